// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {OriginalClassifier} from "./OriginalClassifier.sol";

/// @title The rules "sparse-nearest-centroid/1", for tests alone.
contract OriginalSparseNearestCentroid is OriginalClassifier {
    struct Entry {
        uint64 value;
        uint64 samples;
    }

    struct Averaged {
        uint64 samples;
        uint256 squares;
        mapping(uint32 feature => Entry) entries;
    }

    Averaged[] private _classes;

    constructor(string[] memory names, uint64[][][] memory centroids, uint64[] memory counts)
        OriginalClassifier(names)
    {
        require(names.length > 0 && names.length == centroids.length, "lengths");
        for (uint256 k = 0; k < names.length; ++k) {
            _classes.push().samples = counts[k];
            _set(_classes[k], centroids[k]);
        }
    }

    function extendCentroid(uint64[][] calldata pairs, uint64 k) external {
        _set(_classes[k], pairs);
    }

    function addClass(uint64[][] calldata pairs, string calldata name, uint64 count) external {
        classifications.push(name);
        _classes.push().samples = count;
        _set(_classes[_classes.length - 1], pairs);
    }

    function update(int64[] calldata data, uint64 label) external {
        require(label < _classes.length, "label");
        Averaged storage averaged = _classes[label];
        uint256 n = averaged.samples;
        uint64 next;
        uint64 divisor;
        unchecked {
            next = averaged.samples + 1;
            divisor = next * next;
        }
        averaged.samples = next;
        uint256 squares = averaged.squares;
        uint256 added = 0;
        for (uint256 i = 0; i < data.length; ++i) {
            Entry storage entry = averaged.entries[uint32(uint64(data[i]))];
            uint64 product;
            unchecked {
                product = entry.value * entry.samples;
            }
            uint256 value = uint256(product) / n;
            squares -= value * value;
            uint64 moved = uint64((n * value + toFloat) / next);
            entry.value = moved;
            entry.samples = next;
            added += uint256(moved) * moved;
        }
        averaged.squares = squares * (n * n) / divisor + added;
    }

    function predict(int64[] calldata data) external view returns (uint64 best) {
        uint256 least = type(uint256).max;
        for (uint64 k = 0; k < _classes.length; ++k) {
            int256 sum = 0;
            for (uint256 i = 0; i < data.length; ++i) {
                sum += int256(uint256(toFloat)) - 2 * int256(_value(_classes[k], uint32(uint64(data[i]))));
            }
            uint256 distance;
            unchecked {
                distance = uint256(int256(_classes[k].squares) + sum * int256(uint256(toFloat)));
            }
            if (distance < least) {
                least = distance;
                best = k;
            }
        }
    }

    function getNumSamples(uint256 k) external view returns (uint64) {
        return _classes[k].samples;
    }

    function getCentroidValue(uint256 k, uint32 feature) external view returns (uint64) {
        return uint64(_value(_classes[k], feature));
    }

    function getSquaredMagnitude(uint256 k) external view returns (uint256) {
        return _classes[k].squares;
    }

    /// @notice A value as it was last written, which the originals keep without a getter.
    function storedValue(uint256 k, uint32 feature) external view returns (uint64) {
        return _classes[k].entries[feature].value;
    }

    /// @notice The class's number of samples when it was written, which they keep without a getter.
    function storedSamples(uint256 k, uint32 feature) external view returns (uint64) {
        return _classes[k].entries[feature].samples;
    }

    function _value(Averaged storage averaged, uint32 feature) private view returns (uint256) {
        Entry storage entry = averaged.entries[feature];
        if (entry.samples == averaged.samples) return entry.value;
        return uint256(entry.value) * entry.samples / averaged.samples;
    }

    function _set(Averaged storage averaged, uint64[][] memory pairs) private {
        for (uint256 i = 0; i < pairs.length; ++i) {
            uint64 value = pairs[i][1];
            averaged.entries[uint32(pairs[i][0])] = Entry(value, averaged.samples);
            unchecked {
                averaged.squares += uint256(value) * value;
            }
        }
    }
}
