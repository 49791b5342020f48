// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {OriginalClassifier} from "./OriginalClassifier.sol";

/// @title The rules "nearest-centroid/1", for tests alone.
contract OriginalNearestCentroid is OriginalClassifier {
    uint256 public constant dataCountLimit = 2 ** 191;

    int64[][] public centroids;
    uint256[] public dataCounts;

    constructor(string[] memory names, int64[][] memory centroids_, uint256[] memory counts) OriginalClassifier(names) {
        require(names.length > 0 && names.length == centroids_.length, "lengths");
        for (uint256 k = 0; k < centroids_.length; ++k) {
            require(centroids_[k].length == centroids_[0].length, "dimension");
            centroids.push(centroids_[k]);
        }
        dataCounts = counts;
    }

    function extendCentroid(int64[] calldata more, uint64 k) external {
        for (uint256 j = 0; j < more.length; ++j) {
            centroids[k].push(more[j]);
        }
    }

    function addClass(int64[] calldata centroid, string calldata name, uint256 count) external {
        require(centroid.length == centroids[0].length, "dimension");
        require(count < dataCountLimit, "count");
        classifications.push(name);
        centroids.push(centroid);
        dataCounts.push(count);
    }

    function update(int64[] calldata data, uint64 label) external {
        int64[] storage centroid = centroids[label];
        require(data.length == centroid.length, "dimension");
        uint256 count = dataCounts[label];
        uint256 next = count < dataCountLimit ? count + 1 : count;
        dataCounts[label] = next;
        for (uint256 j = 0; j < data.length; ++j) {
            unchecked {
                centroid[j] = int64((int256(centroid[j]) * int256(count) + data[j]) / int256(next));
            }
        }
        _requireUnitNorm(data);
    }

    function predict(int64[] calldata data) external view returns (uint64 best) {
        require(data.length == centroids[0].length, "dimension");
        uint256 least = type(uint256).max;
        for (uint64 k = 0; k < centroids.length; ++k) {
            uint256 distance = 0;
            for (uint256 j = 0; j < data.length && distance < least; ++j) {
                int256 difference = int256(data[j]) - centroids[k][j];
                distance += uint256(difference * difference) / toFloat;
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
