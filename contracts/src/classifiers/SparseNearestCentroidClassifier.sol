// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IClassifier64} from "../interfaces/IClassifier64.sol";
import {Classifier64} from "./Classifier64.sol";
import {FeatureSet} from "./FeatureSet.sol";
import {SparseClassifier64} from "./SparseClassifier64.sol";

/// @title A nearest-centroid classifier over samples that list the features present, by the rules
/// "sparse-nearest-centroid/2".
/// @notice Keeps the sums that the centroids are averages of, so that nothing is ever rounded away: a present feature adds
/// `toFloat()` to its sum, and the centroid's value is the sum divided by the number of samples.
/// @dev A storage slot holds the sums of two neighbouring features for two neighbouring classes: the sum of feature f in
/// class k lies in slot `base + (k / 2) * 2**64 + f / 2`, from bit `128 * (f % 2) + 64 * (k % 2)`. `base` is `_SUMS`, but
/// `_START_VALUES` while the class has no samples: what it starts with is then predicted by until the first one replaces it.
contract SparseNearestCentroidClassifier is SparseClassifier64 {
    /// @notice A number of samples is larger than `dataCountLimit`.
    error CountOverflow();

    /// @notice The class has learnt as many samples as it can.
    error DataCountLimitReached(uint256 classification);

    /// @notice A value times the class's number of samples is larger than 2**62.
    error ValueOutOfRange(uint256 value);

    /// @notice Larger than any distance.
    uint256 public constant UINT256_MAX = type(uint256).max;

    /// @notice How many samples a class can learn.
    uint256 public constant dataCountLimit = type(uint32).max;

    uint256 private constant _SUMS = 0x100000000000000000000000000000000;
    uint256 private constant _START_VALUES = 0x200000000000000000000000000000000;
    uint256 private constant _SUM_MASK = 0xffffffffffffffff;

    /// @dev Sums start at 2**62 at most, and no 2**32 samples add as much again: sums stay below 2**63.
    uint256 private constant _MAX_START_SUM = 2 ** 62;

    /// @dev Both numbers of a class share a slot; 2**32 squares below 2**126 fit.
    struct ClassInfo {
        uint64 numSamples;
        uint192 sumOfSquares;
    }

    mapping(uint256 => ClassInfo) private _classes;

    /// @param names of the classes
    /// @param firstCentroids for each class pairs of a feature's index and its value, scaled by `toFloat()`
    /// @param counts how many samples each centroid is the average of
    constructor(string[] memory names, uint64[][][] memory firstCentroids, uint64[] memory counts) Classifier64(names) {
        _requireLength(names.length, firstCentroids.length);
        _requireLength(names.length, counts.length);
        for (uint256 k = 0; k < names.length; ++k) {
            _setCount(k, counts[k]);
            uint192 squares = 0;
            for (uint256 i = 0; i < firstCentroids[k].length; ++i) {
                uint64[] memory pair = firstCentroids[k][i];
                _requireLength(2, pair.length);
                squares = _setValue(k, pair[0], pair[1], squares);
            }
            _classes[k].sumOfSquares = squares;
        }
    }

    /// @notice Adds a class. Only the owner may call it.
    /// @param centroid pairs of a feature's index and its value, scaled by `toFloat()`
    /// @param count how many samples the centroid is the average of
    function addClass(uint64[][] calldata centroid, string calldata className, uint64 count) external onlyOwner {
        uint256 k = _nameClass(className);
        _setCount(k, count);
        _extendCentroid(centroid, k);
    }

    /// @notice Sets values of a class's centroid. Only the owner may call it.
    /// @param extension pairs of a feature's index and its value, scaled by `toFloat()`
    function extendCentroid(uint64[][] calldata extension, uint64 classification) external onlyOwner {
        _requireClass(classification);
        _extendCentroid(extension, classification);
    }

    /// @inheritdoc IClassifier64
    function update(int64[] calldata data, uint64 classification) external onlyOwner {
        _requireClass(classification);
        _requireIndices(data, 32);
        ClassInfo memory info = _classes[classification];
        if (info.numSamples >= dataCountLimit) revert DataCountLimitReached(classification);
        uint256[] memory features = FeatureSet.distinct(data);
        uint256 base = _base(_SUMS, classification);
        uint256 lane = (classification & 1) << 6;
        uint256 total = 0;
        assembly ("memory-safe") {
            let p := add(features, 32)
            let end := add(p, shl(5, mload(features)))
            for {} lt(p, end) { p := add(p, 32) } {
                let index := mload(p)
                let slot := add(base, shr(1, index))
                let shift := or(shl(7, and(index, 1)), lane)
                let word := sload(slot)
                total := add(total, and(shr(shift, word), _SUM_MASK))
                sstore(slot, add(word, shl(shift, _F)))
            }
        }
        uint192 squares = info.numSamples == 0 ? 0 : info.sumOfSquares;
        // forge-lint: disable-next-line(unsafe-typecast) -- a sample of 2**32 features adds less than 2**128
        squares += uint128(2 * uint256(_F) * total + uint256(_F) * _F * features.length);
        _classes[classification] = ClassInfo(info.numSamples + 1, squares);
    }

    /// @notice How many samples a class has learnt, and the squared length of its centroid as `getSquaredMagnitude` has it.
    function classInfos(uint256 classification) external view returns (uint64 numSamples, uint256 squaredMagnitude) {
        return (getNumSamples(classification), getSquaredMagnitude(classification));
    }

    /// @notice A value of a class's centroid, rounded down; scaled by `toFloat()`.
    function getCentroidValue(uint256 classification, uint32 featureIndex) external view returns (uint64) {
        return getFeatureSum(classification, featureIndex) / _divisor(_classes[classification].numSamples);
    }

    /// @notice The sum of a feature over a class's samples, exactly: the centroid's value times the number of samples, or
    /// the value itself while there are none.
    function getFeatureSum(uint256 classification, uint32 featureIndex) public view returns (uint64) {
        _requireClass(classification);
        uint256 base = _base(_classes[classification].numSamples == 0 ? _START_VALUES : _SUMS, classification);
        return _readSum(base, classification, featureIndex);
    }

    /// @notice The sum of the squares of a class's feature sums, exactly.
    function getSumOfSquares(uint256 classification) external view returns (uint256) {
        _requireClass(classification);
        return _classes[classification].sumOfSquares;
    }

    /// @inheritdoc IClassifier64
    function predict(int64[] calldata data) external view returns (uint64 best) {
        _requireIndices(data, 32);
        uint256[] memory features = FeatureSet.distinct(data);
        uint256 numClasses = _numClasses;
        (int256 least, int256 leastDivisor) = _distance(features, 0);
        for (uint64 k = 1; k < numClasses; ++k) {
            (int256 distance, int256 divisor) = _distance(features, k);
            // Below 2**192 and 2**32: the products fit.
            if (distance * leastDivisor * leastDivisor < least * divisor * divisor) {
                (least, leastDivisor) = (distance, divisor);
                best = k;
            }
        }
    }

    /// @inheritdoc IClassifier64
    function learningRules() external pure returns (string memory) {
        return "sparse-nearest-centroid/2";
    }

    /// @notice How many samples a class's centroid is the average of.
    function getNumSamples(uint256 classification) public view returns (uint64) {
        _requireClass(classification);
        return _classes[classification].numSamples;
    }

    /// @notice The squared length of a class's centroid, rounded down; scaled by `toFloat()` twice.
    function getSquaredMagnitude(uint256 classification) public view returns (uint256) {
        _requireClass(classification);
        ClassInfo memory info = _classes[classification];
        uint256 divisor = _divisor(info.numSamples);
        return info.sumOfSquares / (divisor * divisor);
    }

    /// @dev The squared distance of a sample from a class's centroid, less `_F * _F` for each of its features, times the
    /// square of the returned divisor.
    function _distance(uint256[] memory features, uint256 k) private view returns (int256 distance, int256 divisor) {
        ClassInfo memory info = _classes[k];
        uint256 base = _base(info.numSamples == 0 ? _START_VALUES : _SUMS, k);
        uint256 lane = (k & 1) << 6;
        uint256 total = 0;
        assembly ("memory-safe") {
            let p := add(features, 32)
            let end := add(p, shl(5, mload(features)))
            for {} lt(p, end) { p := add(p, 32) } {
                let index := mload(p)
                let word := sload(add(base, shr(1, index)))
                total := add(total, and(shr(or(shl(7, and(index, 1)), lane), word), _SUM_MASK))
            }
        }
        divisor = int256(uint256(_divisor(info.numSamples)));
        // forge-lint: disable-next-line(unsafe-typecast) -- as many sums of 63 bits as calldata can hold.
        distance = int256(uint256(info.sumOfSquares)) - 2 * int256(uint256(_F)) * divisor * int256(total);
    }

    function _setCount(uint256 k, uint64 count) private {
        if (count > dataCountLimit) revert CountOverflow();
        _classes[k].numSamples = count;
    }

    function _extendCentroid(uint64[][] calldata extension, uint256 k) private {
        uint192 squares = _classes[k].sumOfSquares;
        for (uint256 i = 0; i < extension.length; ++i) {
            uint64[] calldata pair = extension[i];
            _requireLength(2, pair.length);
            squares = _setValue(k, pair[0], pair[1], squares);
        }
        _classes[k].sumOfSquares = squares;
    }

    /// @dev Sets a value and returns the class's sum of squares after it.
    function _setValue(uint256 k, uint256 index, uint64 value, uint192 squares) private returns (uint192) {
        // forge-lint: disable-next-line(unsafe-typecast) -- it fits 64 bits.
        if (index > type(uint32).max) revert IndexOutOfRange(int256(index));
        uint64 numSamples = _classes[k].numSamples;
        uint128 product = uint128(value) * _divisor(numSamples);
        if (product > _MAX_START_SUM) revert ValueOutOfRange(value);
        // forge-lint: disable-next-line(unsafe-typecast) -- compared above.
        uint64 sum = uint64(product);
        uint256 base = _base(numSamples == 0 ? _START_VALUES : _SUMS, k);
        uint64 before = _readSum(base, k, index);
        assembly ("memory-safe") {
            let slot := add(base, shr(1, index))
            let shift := or(shl(7, and(index, 1)), shl(6, and(k, 1)))
            sstore(slot, xor(sload(slot), shl(shift, xor(before, sum))))
        }
        return squares + uint192(sum) * sum - uint192(before) * before;
    }

    function _readSum(uint256 base, uint256 k, uint256 index) private view returns (uint64 sum) {
        assembly ("memory-safe") {
            let shift := or(shl(7, and(index, 1)), shl(6, and(k, 1)))
            sum := and(shr(shift, sload(add(base, shr(1, index)))), _SUM_MASK)
        }
    }

    function _divisor(uint64 numSamples) private pure returns (uint64) {
        return numSamples == 0 ? 1 : numSamples;
    }

    function _base(uint256 region, uint256 k) private pure returns (uint256) {
        unchecked {
            return region + ((k >> 1) << 64);
        }
    }
}
