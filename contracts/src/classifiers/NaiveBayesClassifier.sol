// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IClassifier64} from "../interfaces/IClassifier64.sol";
import {Classifier64} from "./Classifier64.sol";
import {Logarithm} from "./Logarithm.sol";
import {SparseClassifier64} from "./SparseClassifier64.sol";

/// @title A multinomial naive Bayes classifier over samples that list the features present, by the rules "naive-bayes/2".
/// @dev A storage slot holds the counts of four neighbouring features for two neighbouring classes: the count of feature f
/// in class k lies in slot `_COUNTS + (k / 2) * 2**64 + f / 4`, from bit `64 * (f % 4) + 32 * (k % 2)`.
contract NaiveBayesClassifier is SparseClassifier64 {
    /// @notice A count would pass what its type holds.
    error CountOverflow();

    /// @notice The number of features must lie between 1 and 2**32.
    error FeatureCountOutOfRange(uint256 totalNumFeatures);

    uint256 private constant _COUNTS = 0x100000000000000000000000000000000;
    uint256 private constant _COUNT_MASK = 0xffffffff;

    /// @dev Both numbers of a class share a slot.
    struct ClassInfo {
        uint64 numSamples;
        uint64 totalFeatureCount;
    }

    /// @notice What a class has learnt: how many samples, and how many features in all of them.
    ClassInfo[] public classInfos;

    /// @notice What is added to every count of a feature before it is used; scaled by `toFloat()`.
    uint32 public smoothingFactor;

    /// @notice How many features there are.
    uint64 public totalNumFeatures;

    /// @param names of the classes
    /// @param numSamples how many samples each class starts with
    /// @param featureCounts for each class pairs of a feature's index and its count
    /// @param totalNumFeatures_ how many features there are, 1 to 2**32
    /// @param smoothingFactor_ scaled by `toFloat()`
    constructor(
        string[] memory names,
        uint64[] memory numSamples,
        uint32[][][] memory featureCounts,
        uint256 totalNumFeatures_,
        uint32 smoothingFactor_
    ) Classifier64(names) {
        _requireLength(names.length, numSamples.length);
        _requireLength(names.length, featureCounts.length);
        if (totalNumFeatures_ == 0 || totalNumFeatures_ > 2 ** 32) revert FeatureCountOutOfRange(totalNumFeatures_);
        // forge-lint: disable-next-line(unsafe-typecast): just checked
        totalNumFeatures = uint64(totalNumFeatures_);
        smoothingFactor = smoothingFactor_;
        for (uint256 k = 0; k < names.length; ++k) {
            uint64 total = 0;
            for (uint256 i = 0; i < featureCounts[k].length; ++i) {
                uint32[] memory pair = featureCounts[k][i];
                _requireLength(2, pair.length);
                total = _setCount(k, pair[0], pair[1], total);
            }
            classInfos.push(ClassInfo(numSamples[k], total));
        }
    }

    /// @notice Adds a class. Only the owner may call it.
    /// @param numSamples how many samples the class starts with
    /// @param featureCounts pairs of a feature's index and its count
    function addClass(uint64 numSamples, uint32[][] calldata featureCounts, string calldata className)
        external
        onlyOwner
    {
        classInfos.push(ClassInfo(numSamples, 0));
        _initializeCounts(featureCounts, _nameClass(className));
    }

    /// @notice Sets counts of a class's features. Only the owner may call it.
    /// @param featureCounts pairs of a feature's index and its count
    function initializeCounts(uint32[][] calldata featureCounts, uint64 classification) external onlyOwner {
        _requireClass(classification);
        _initializeCounts(featureCounts, classification);
    }

    /// @inheritdoc IClassifier64
    function update(int64[] calldata data, uint64 classification) external onlyOwner {
        _requireClass(classification);
        _requireIndices(data, 32);
        ClassInfo storage info = classInfos[classification];
        uint256 total = info.totalFeatureCount + data.length;
        if (info.numSamples == type(uint64).max || total > type(uint64).max) revert CountOverflow();
        ++info.numSamples;
        // forge-lint: disable-next-line(unsafe-typecast): just checked
        info.totalFeatureCount = uint64(total);
        uint256 base = _slotOf(classification, 0);
        uint256 lane = (classification & 1) << 5;
        bool overflow;
        assembly ("memory-safe") {
            let end := add(data.offset, shl(5, data.length))
            for { let p := data.offset } lt(p, end) { p := add(p, 32) } {
                let index := calldataload(p)
                let slot := add(base, shr(2, index))
                let shift := or(shl(6, and(index, 3)), lane)
                let word := add(sload(slot), shl(shift, 1))
                overflow := or(overflow, iszero(and(shr(shift, word), _COUNT_MASK)))
                sstore(slot, word)
            }
        }
        if (overflow) revert CountOverflow();
    }

    /// @notice How many samples a class has learnt.
    function getNumSamples(uint256 classification) external view returns (uint64) {
        _requireClass(classification);
        return classInfos[classification].numSamples;
    }

    /// @notice How many features all samples of a class had, repeats included.
    function getClassTotalFeatureCount(uint256 classification) external view returns (uint64) {
        _requireClass(classification);
        return classInfos[classification].totalFeatureCount;
    }

    /// @notice How often a feature was in the samples of a class.
    function getFeatureCount(uint256 classification, uint32 featureIndex) external view returns (uint32) {
        _requireClass(classification);
        return _readCount(classification, featureIndex);
    }

    /// @inheritdoc IClassifier64
    function predict(int64[] calldata data) external view returns (uint64 best) {
        _requireIndices(data, 32);
        uint256 numClasses = classInfos.length;
        int256 slack = int256(4 * data.length + 4);
        int256 bestScore;
        bool found = false;
        for (uint64 k = 0; k < numClasses; ++k) {
            (bool possible, int256 score) = _score(data, k);
            if (possible && (!found || score - bestScore > slack)) {
                found = true;
                bestScore = score;
                best = k;
            }
        }
    }

    /// @inheritdoc IClassifier64
    function learningRules() external pure returns (string memory) {
        return "naive-bayes/2";
    }

    /// @dev The logarithm of the class's share times the chances of all features, with 44 fractional bits; impossible when
    /// one of these is zero.
    function _score(int64[] calldata data, uint256 k) private view returns (bool possible, int256 score) {
        ClassInfo memory info = classInfos[k];
        if (info.numSamples == 0) return (false, 0);
        uint256 base = _slotOf(k, 0);
        uint256 lane = (k & 1) << 5;
        uint256 smoothing = smoothingFactor;
        for (uint256 i = 0; i < data.length; ++i) {
            uint256 numerator;
            assembly ("memory-safe") {
                let index := calldataload(add(data.offset, shl(5, i)))
                let word := sload(add(base, shr(2, index)))
                let count := and(shr(or(shl(6, and(index, 3)), lane), word), _COUNT_MASK)
                numerator := add(mul(_F, count), smoothing)
            }
            if (numerator == 0) return (false, 0);
            unchecked {
                score += Logarithm.log2(numerator);
            }
        }
        possible = true;
        score += Logarithm.log2(info.numSamples);
        if (data.length > 0) {
            uint256 denominator = uint256(_F) * info.totalFeatureCount + smoothing * totalNumFeatures;
            score -= int256(data.length) * Logarithm.log2(denominator);
        }
    }

    function _initializeCounts(uint32[][] calldata featureCounts, uint256 k) private {
        uint64 total = classInfos[k].totalFeatureCount;
        for (uint256 i = 0; i < featureCounts.length; ++i) {
            uint32[] calldata pair = featureCounts[i];
            _requireLength(2, pair.length);
            total = _setCount(k, pair[0], pair[1], total);
        }
        classInfos[k].totalFeatureCount = total;
    }

    /// @dev Sets a count and returns the class's total after it; 2**32 features of 32 bits cannot pass 64 bits.
    function _setCount(uint256 k, uint256 index, uint32 count, uint64 total) private returns (uint64) {
        uint256 slot = _slotOf(k, index);
        uint32 before = _readCount(k, index);
        assembly ("memory-safe") {
            let shift := or(shl(6, and(index, 3)), shl(5, and(k, 1)))
            sstore(slot, xor(sload(slot), shl(shift, xor(before, count))))
        }
        return total + count - before;
    }

    function _readCount(uint256 k, uint256 index) private view returns (uint32 count) {
        uint256 slot = _slotOf(k, index);
        assembly ("memory-safe") {
            count := and(shr(or(shl(6, and(index, 3)), shl(5, and(k, 1))), sload(slot)), _COUNT_MASK)
        }
    }

    function _slotOf(uint256 k, uint256 index) private pure returns (uint256) {
        unchecked {
            return _COUNTS + ((k >> 1) << 64) + (index >> 2);
        }
    }
}
