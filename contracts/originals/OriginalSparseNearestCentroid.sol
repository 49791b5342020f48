// SPDX-License-Identifier: MIT
pragma solidity 0.6.12;
pragma experimental ABIEncoderV2;

import {Checked} from "./Checked.sol";
import {OriginalClassifier64} from "./OriginalClassifier64.sol";

/// @title The rules "sparse-nearest-centroid/1", for tests alone.
contract OriginalSparseNearestCentroid is OriginalClassifier64 {
    using Checked for uint256;

    struct Entry {
        uint64 value;
        uint64 samples;
    }

    struct Averaged {
        uint64 numSamples;
        uint256 squaredMagnitude;
        mapping(uint32 => Entry) entries;
    }

    Averaged[] public classInfos;

    constructor(string[] memory names, uint64[][][] memory centroids, uint64[] memory counts)
        public
        OriginalClassifier64(names)
    {
        require(names.length == centroids.length && names.length == counts.length, "lengths differ");
        for (uint256 k = 0; k < names.length; ++k) {
            _average(counts[k], centroids[k]);
        }
    }

    function extendCentroid(uint64[][] memory pairs, uint64 k) external onlyOwner {
        _set(classInfos[k], pairs);
    }

    function addClass(uint64[][] memory pairs, string calldata name, uint64 count) external onlyOwner {
        _name(name);
        _average(count, pairs);
    }

    function update(int64[] calldata data, uint64 classification) external override onlyOwner {
        require(classification < classInfos.length, "no such class");
        Averaged storage averaged = classInfos[classification];
        uint256 n = averaged.numSamples;
        uint64 next = averaged.numSamples + 1;
        averaged.numSamples = next;
        uint256 squares = averaged.squaredMagnitude;
        uint256 added = 0;
        for (uint256 i = 0; i < data.length; ++i) {
            Entry storage entry = averaged.entries[uint32(data[i])];
            uint256 value = uint256(entry.value * entry.samples).div(n);
            squares = squares.sub(value.mul(value));
            entry.value = uint64(n.mul(value).add(toFloat).div(next));
            entry.samples = next;
            added = added.add(uint256(entry.value) * entry.value);
        }
        averaged.squaredMagnitude = squares.mul(n * n).div(next * next).add(added);
    }

    function predict(int64[] memory data) public view override returns (uint64 best) {
        uint256 least = uint256(-1);
        for (uint64 k = 0; k < classInfos.length; ++k) {
            int256 sum = 0;
            for (uint256 i = 0; i < data.length; ++i) {
                sum += int256(toFloat) - 2 * int256(_value(classInfos[k], uint32(data[i])));
            }
            uint256 distance = uint256(int256(classInfos[k].squaredMagnitude) + sum * toFloat);
            if (distance < least) {
                least = distance;
                best = k;
            }
        }
    }

    function getNumSamples(uint256 k) external view returns (uint64) {
        return classInfos[k].numSamples;
    }

    function getCentroidValue(uint256 k, uint32 feature) external view returns (uint64) {
        return uint64(_value(classInfos[k], feature));
    }

    function getSquaredMagnitude(uint256 k) external view returns (uint256) {
        return classInfos[k].squaredMagnitude;
    }

    /// @notice A value as it was last written, which the originals keep without a getter.
    function storedValue(uint256 k, uint32 feature) external view returns (uint64) {
        return classInfos[k].entries[feature].value;
    }

    /// @notice The class's number of samples when it was written, which they keep without a getter.
    function storedSamples(uint256 k, uint32 feature) external view returns (uint64) {
        return classInfos[k].entries[feature].samples;
    }

    function _average(uint64 count, uint64[][] memory pairs) private {
        classInfos.push();
        Averaged storage averaged = classInfos[classInfos.length - 1];
        averaged.numSamples = count;
        _set(averaged, pairs);
    }

    function _set(Averaged storage averaged, uint64[][] memory pairs) private {
        for (uint256 i = 0; i < pairs.length; ++i) {
            uint64 value = pairs[i][1];
            averaged.entries[uint32(pairs[i][0])] = Entry(value, averaged.numSamples);
            averaged.squaredMagnitude += uint256(value) * value;
        }
    }

    function _value(Averaged storage averaged, uint32 feature) private view returns (uint256) {
        Entry storage entry = averaged.entries[feature];
        if (entry.samples == averaged.numSamples) return entry.value;
        return (uint256(entry.value) * entry.samples).div(averaged.numSamples);
    }
}
