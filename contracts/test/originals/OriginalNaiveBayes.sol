// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {OriginalClassifier} from "./OriginalClassifier.sol";

/// @title The rules "naive-bayes/1", for tests alone.
contract OriginalNaiveBayes is OriginalClassifier {
    struct Counted {
        uint64 samples;
        uint64 total;
        mapping(uint32 feature => uint32) counts;
    }

    Counted[] private _classes;
    uint32 public smoothingFactor;
    uint256 public totalNumFeatures;

    constructor(
        string[] memory names,
        uint64[] memory samples,
        uint32[][][] memory counts,
        uint256 features,
        uint32 smoothing
    ) OriginalClassifier(names) {
        require(names.length > 0 && names.length == samples.length && names.length == counts.length, "lengths");
        totalNumFeatures = features;
        smoothingFactor = smoothing;
        for (uint256 k = 0; k < names.length; ++k) {
            _classes.push().samples = samples[k];
            _set(_classes[k], counts[k]);
        }
    }

    function initializeCounts(uint32[][] calldata counts, uint64 k) external {
        _set(_classes[k], counts);
    }

    function addClass(uint64 samples, uint32[][] calldata counts, string calldata name) external {
        classifications.push(name);
        _classes.push().samples = samples;
        _set(_classes[_classes.length - 1], counts);
    }

    function update(int64[] calldata data, uint64 label) external {
        require(label < _classes.length, "label");
        Counted storage counted = _classes[label];
        counted.samples += 1;
        unchecked {
            counted.total += uint64(data.length);
        }
        for (uint256 i = 0; i < data.length; ++i) {
            require(data[i] < 2 ** 33, "index");
            unchecked {
                counted.counts[uint32(uint64(data[i]))] += 1;
            }
        }
    }

    function predict(int64[] calldata data) external view returns (uint64 best) {
        uint256 smoothing = uint256(smoothingFactor) * totalNumFeatures;
        uint256 most = 0;
        for (uint64 k = 0; k < _classes.length; ++k) {
            Counted storage counted = _classes[k];
            uint256 chance = uint256(counted.samples) * toFloat;
            uint256 denominator;
            unchecked {
                denominator = uint256(toFloat) * counted.total + smoothing;
            }
            for (uint256 i = 0; i < data.length; ++i) {
                uint256 count = counted.counts[uint32(uint64(data[i]))];
                chance = chance * (toFloat * count + smoothingFactor) / denominator;
            }
            if (chance > most) {
                most = chance;
                best = k;
            }
        }
    }

    function getNumSamples(uint256 k) external view returns (uint64) {
        return _classes[k].samples;
    }

    function getClassTotalFeatureCount(uint256 k) external view returns (uint64) {
        return _classes[k].total;
    }

    function getFeatureCount(uint256 k, uint32 feature) external view returns (uint32) {
        return _classes[k].counts[feature];
    }

    function _set(Counted storage counted, uint32[][] memory counts) private {
        for (uint256 i = 0; i < counts.length; ++i) {
            counted.counts[counts[i][0]] = counts[i][1];
            unchecked {
                counted.total += counts[i][1];
            }
        }
    }
}
