// SPDX-License-Identifier: MIT
pragma solidity 0.6.12;
pragma experimental ABIEncoderV2;

import {Checked} from "./Checked.sol";
import {OriginalClassifier64, OriginalDenseClassifier64} from "./OriginalClassifier64.sol";

/// @title The rules "nearest-centroid/1", for tests alone.
contract OriginalNearestCentroid is OriginalDenseClassifier64 {
    uint256 public constant dataCountLimit = 2 ** 191;
    uint256 public constant UINT256_MAX = uint256(-1);

    int64[][] public centroids;
    uint256[] public dataCounts;

    constructor(string[] memory names, int64[][] memory centroids_, uint256[] memory counts)
        public
        OriginalClassifier64(names)
    {
        require(names.length == centroids_.length && names.length == counts.length, "lengths differ");
        for (uint256 k = 0; k < centroids_.length; ++k) {
            require(centroids_[k].length == centroids_[0].length, "other dimension");
            centroids.push(centroids_[k]);
        }
        dataCounts = counts;
    }

    function extendCentroid(int64[] calldata more, uint64 k) external onlyOwner {
        for (uint256 j = 0; j < more.length; ++j) {
            centroids[k].push(more[j]);
        }
    }

    function addClass(int64[] calldata centroid, string calldata name, uint256 count) external onlyOwner {
        require(centroid.length == centroids[0].length, "other dimension");
        require(count < dataCountLimit, "count too large");
        _name(name);
        centroids.push(centroid);
        dataCounts.push(count);
    }

    /// @dev A class that does not exist ends in an invalid instruction, which uses up all gas.
    function update(int64[] calldata data, uint64 classification) external override onlyOwner {
        int64[] storage centroid = centroids[classification];
        require(data.length == centroid.length, "other dimension");
        uint256 count = dataCounts[classification];
        uint256 next = count < dataCountLimit ? count + 1 : count;
        dataCounts[classification] = next;
        for (uint256 j = 0; j < data.length; ++j) {
            centroid[j] = int64((int256(centroid[j]) * int256(count) + data[j]) / int256(next));
        }
        _requireUnitNorm(data);
    }

    function predict(int64[] memory data) public view override returns (uint64 best) {
        require(data.length == centroids[0].length, "other dimension");
        uint256 least = UINT256_MAX;
        for (uint64 k = 0; k < centroids.length; ++k) {
            uint256 distance = 0;
            for (uint256 j = 0; j < data.length && distance < least; ++j) {
                int256 difference = int256(data[j]) - centroids[k][j];
                distance = Checked.add(distance, uint256(difference * difference) / toFloat);
            }
            if (distance < least) {
                least = distance;
                best = k;
            }
        }
    }

    function getCentroidValue(uint256 k, uint256 j) external view returns (int64) {
        return centroids[k][j];
    }

    function getNumSamples(uint256 k) external view returns (uint256) {
        return dataCounts[k];
    }
}
