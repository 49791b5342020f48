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

    /// @dev Less than any score.
    int256 private constant _IMPOSSIBLE = type(int256).min;

    /// @dev Both numbers of a class share a slot.
    struct ClassInfo {
        uint64 numSamples;
        uint64 totalFeatureCount;
    }

    mapping(uint256 => ClassInfo) private _classes;

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
        // forge-lint: disable-next-line(unsafe-typecast) -- compared above.
        totalNumFeatures = uint64(totalNumFeatures_);
        smoothingFactor = smoothingFactor_;
        for (uint256 k = 0; k < names.length; ++k) {
            uint64 total = 0;
            for (uint256 i = 0; i < featureCounts[k].length; ++i) {
                uint32[] memory pair = featureCounts[k][i];
                _requireLength(2, pair.length);
                total = _setCount(k, pair[0], pair[1], total);
            }
            _classes[k] = ClassInfo(numSamples[k], total);
        }
    }

    /// @notice Adds a class. Only the owner may call it.
    /// @param numSamples how many samples the class starts with
    /// @param featureCounts pairs of a feature's index and its count
    function addClass(uint64 numSamples, uint32[][] calldata featureCounts, string calldata className)
        external
        onlyOwner
    {
        uint256 k = _nameClass(className);
        _classes[k].numSamples = numSamples;
        _initializeCounts(featureCounts, k);
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
        ClassInfo memory info = _classes[classification];
        uint256 total = info.totalFeatureCount + data.length;
        if (info.numSamples == type(uint64).max || total > type(uint64).max) revert CountOverflow();
        // forge-lint: disable-next-line(unsafe-typecast) -- compared on the line above.
        _classes[classification] = ClassInfo(info.numSamples + 1, uint64(total));
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

    /// @notice What a class has learnt: how many samples, and how many features in all of them.
    function classInfos(uint256 classification) external view returns (uint64 numSamples, uint64 totalFeatureCount) {
        return (getNumSamples(classification), getClassTotalFeatureCount(classification));
    }

    /// @notice How many samples a class has learnt.
    function getNumSamples(uint256 classification) public view returns (uint64) {
        _requireClass(classification);
        return _classes[classification].numSamples;
    }

    /// @notice How many features all samples of a class had, repeats included.
    function getClassTotalFeatureCount(uint256 classification) public view returns (uint64) {
        _requireClass(classification);
        return _classes[classification].totalFeatureCount;
    }

    /// @notice How often a feature was in the samples of a class.
    function getFeatureCount(uint256 classification, uint32 featureIndex) external view returns (uint32) {
        _requireClass(classification);
        return _readCount(classification, featureIndex);
    }

    /// @inheritdoc IClassifier64
    function predict(int64[] calldata data) external view returns (uint64 best) {
        _requireIndices(data, 32);
        uint256 numClasses = _numClasses;
        int256[] memory sums = _numeratorSums(data, numClasses);
        int256 slack = int256(4 * data.length + 4);
        int256 bestScore = _IMPOSSIBLE;
        for (uint64 k = 0; k < numClasses; ++k) {
            int256 score = _score(k, sums[k], data.length);
            if (score > bestScore && (bestScore == _IMPOSSIBLE || score - bestScore > slack)) {
                bestScore = score;
                best = k;
            }
        }
    }

    /// @inheritdoc IClassifier64
    function learningRules() external pure returns (string memory) {
        return "naive-bayes/2";
    }

    /// @dev The logarithm of the class's share times the chances of all features, with 44 fractional bits.
    /// @param sum of the logarithms of the chances' numerators
    function _score(uint256 k, int256 sum, uint256 length) private view returns (int256) {
        ClassInfo memory info = _classes[k];
        if (sum == _IMPOSSIBLE || info.numSamples == 0) return _IMPOSSIBLE;
        sum += Logarithm.log2(info.numSamples);
        if (length == 0) return sum;
        uint256 denominator = uint256(_F) * info.totalFeatureCount + uint256(smoothingFactor) * totalNumFeatures;
        // forge-lint: disable-next-line(unsafe-typecast) -- calldata is shorter than 2**64.
        return sum - int256(length) * Logarithm.log2(denominator);
    }

    /// @dev For each class the sum of the logarithms of `_F * count + smoothing`. Each word is read once for its two classes.
    function _numeratorSums(int64[] calldata data, uint256 numClasses) private view returns (int256[] memory sums) {
        sums = new int256[](numClasses + 1);
        uint256 smoothing = smoothingFactor;
        for (uint256 k = 0; k < numClasses; k += 2) {
            uint256 base = _slotOf(k, 0);
            int256 even = 0;
            int256 odd = 0;
            uint256 zeros = 0;
            for (uint256 i = 0; i < data.length; ++i) {
                uint256 first;
                uint256 second;
                assembly ("memory-safe") {
                    let index := calldataload(add(data.offset, shl(5, i)))
                    let counts := shr(shl(6, and(index, 3)), sload(add(base, shr(2, index))))
                    first := add(mul(_F, and(counts, _COUNT_MASK)), smoothing)
                    second := add(mul(_F, and(shr(32, counts), _COUNT_MASK)), smoothing)
                    zeros := or(zeros, or(iszero(first), shl(1, iszero(second))))
                }
                unchecked {
                    even += Logarithm.log2(first);
                    odd += Logarithm.log2(second);
                }
            }
            sums[k] = zeros & 1 == 0 ? even : _IMPOSSIBLE;
            sums[k + 1] = zeros & 2 == 0 ? odd : _IMPOSSIBLE;
        }
    }

    function _initializeCounts(uint32[][] calldata featureCounts, uint256 k) private {
        uint64 total = _classes[k].totalFeatureCount;
        for (uint256 i = 0; i < featureCounts.length; ++i) {
            uint32[] calldata pair = featureCounts[i];
            _requireLength(2, pair.length);
            total = _setCount(k, pair[0], pair[1], total);
        }
        _classes[k].totalFeatureCount = total;
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
