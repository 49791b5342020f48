// SPDX-License-Identifier: MIT
pragma solidity 0.6.12;
pragma experimental ABIEncoderV2;

import {Checked} from "./Checked.sol";
import {OriginalClassifier64} from "./OriginalClassifier64.sol";

/// @title The rules "naive-bayes/1", for tests alone.
contract OriginalNaiveBayes is OriginalClassifier64 {
    using Checked for uint256;

    struct Counted {
        uint64 numSamples;
        uint64 totalFeatureCount;
        mapping(uint32 => uint32) featureCounts;
    }

    Counted[] public classInfos;
    uint32 public smoothingFactor;
    /// @dev No getter shows it, as with the originals.
    uint256 private numFeatures;

    constructor(
        string[] memory names,
        uint64[] memory samples,
        uint32[][][] memory counts,
        uint256 features,
        uint32 smoothing
    ) public OriginalClassifier64(names) {
        require(names.length == samples.length && names.length == counts.length, "lengths differ");
        numFeatures = features;
        smoothingFactor = smoothing;
        for (uint256 k = 0; k < names.length; ++k) {
            _count(samples[k], counts[k]);
        }
    }

    function initializeCounts(uint32[][] memory counts, uint64 k) external onlyOwner {
        _set(classInfos[k], counts);
    }

    function addClass(uint64 samples, uint32[][] memory counts, string calldata name) external onlyOwner {
        _name(name);
        _count(samples, counts);
    }

    function update(int64[] calldata data, uint64 classification) external override onlyOwner {
        require(classification < classInfos.length, "no such class");
        Counted storage counted = classInfos[classification];
        require(counted.numSamples + 1 > 0, "too many samples");
        counted.numSamples += 1;
        counted.totalFeatureCount += uint64(data.length);
        for (uint256 i = 0; i < data.length; ++i) {
            require(data[i] < 2 ** 33, "index too large");
            counted.featureCounts[uint32(data[i])] += 1;
        }
    }

    function predict(int64[] memory data) public view override returns (uint64 best) {
        uint256 smoothing = uint256(smoothingFactor).mul(numFeatures);
        uint256 most = 0;
        for (uint64 k = 0; k < classInfos.length; ++k) {
            Counted storage counted = classInfos[k];
            uint256 chance = uint256(counted.numSamples).mul(toFloat);
            uint256 denominator = uint256(toFloat) * counted.totalFeatureCount + smoothing;
            for (uint256 i = 0; i < data.length; ++i) {
                uint256 count = counted.featureCounts[uint32(data[i])];
                chance = chance.mul(toFloat * count + smoothingFactor).div(denominator);
            }
            if (chance > most) {
                most = chance;
                best = k;
            }
        }
    }

    function getNumSamples(uint256 k) external view returns (uint64) {
        return classInfos[k].numSamples;
    }

    function getClassTotalFeatureCount(uint256 k) external view returns (uint64) {
        return classInfos[k].totalFeatureCount;
    }

    function getFeatureCount(uint256 k, uint32 feature) external view returns (uint32) {
        return classInfos[k].featureCounts[feature];
    }

    function _count(uint64 samples, uint32[][] memory counts) private {
        classInfos.push();
        Counted storage counted = classInfos[classInfos.length - 1];
        counted.numSamples = samples;
        _set(counted, counts);
    }

    function _set(Counted storage counted, uint32[][] memory counts) private {
        for (uint256 i = 0; i < counts.length; ++i) {
            counted.featureCounts[counts[i][0]] = counts[i][1];
            counted.totalFeatureCount += counts[i][1];
        }
    }
}
