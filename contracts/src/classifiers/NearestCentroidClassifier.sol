// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IClassifier64} from "../interfaces/IClassifier64.sol";
import {ICollaborativeTrainer64} from "../interfaces/ICollaborativeTrainer64.sol";
import {Classifier64} from "./Classifier64.sol";
import {DenseClassifier64} from "./DenseClassifier64.sol";

/// @title A nearest-centroid classifier over vectors, by the rules "nearest-centroid/2".
/// @dev Values lie four to a storage slot: value j of class k in slot `_CENTROIDS + k * 2**64 + j / 4`, from bit
/// `64 * (j % 4)`; bits beyond the last value are zero.
contract NearestCentroidClassifier is DenseClassifier64 {
    /// @notice A number of samples is larger than `dataCountLimit`.
    error CountOverflow();

    /// @notice The class has learnt as many samples as it can.
    error DataCountLimitReached(uint256 classification);

    /// @notice The class's centroid has no value at this position.
    error DimensionOutOfRange(uint256 index, uint256 dimensions);

    /// @notice Larger than any distance.
    uint256 public constant UINT256_MAX = type(uint256).max;

    /// @notice How many samples a class can learn.
    uint256 public constant dataCountLimit = type(uint32).max;

    uint256 private constant _CENTROIDS = 0x100000000000000000000000000000000;
    uint256 private constant _VALUE_MASK = 0xffffffffffffffff;

    /// @dev Both numbers of a class share a slot.
    struct ClassInfo {
        uint64 dimensions;
        uint64 dataCount;
    }

    mapping(uint256 => ClassInfo) private _classes;

    /// @param names of the classes
    /// @param firstCentroids one for each class, scaled by `toFloat()`; more values can follow by `extendCentroid`
    /// @param counts how many samples each centroid is the average of
    constructor(string[] memory names, int64[][] memory firstCentroids, uint256[] memory counts) Classifier64(names) {
        _requireLength(names.length, firstCentroids.length);
        _requireLength(names.length, counts.length);
        for (uint256 k = 0; k < names.length; ++k) {
            _setCount(k, counts[k]);
            _fill(k, firstCentroids[k]);
        }
    }

    /// @notice Adds a class. Only the owner may call it.
    /// @param count how many samples the centroid is the average of
    function addClass(int64[] calldata centroid, string calldata className, uint256 count) external onlyOwner {
        uint256 k = _nameClass(className);
        _setCount(k, count);
        _extendCentroid(k, centroid);
    }

    /// @notice Appends values to a class's centroid. Only the owner may call it.
    function extendCentroid(int64[] calldata extension, uint64 classification) external onlyOwner {
        _requireClass(classification);
        _extendCentroid(classification, extension);
    }

    /// @inheritdoc IClassifier64
    function update(int64[] calldata data, uint64 classification) external onlyOwner {
        _requireClass(classification);
        ClassInfo storage info = _classes[classification];
        _requireDimension(info.dimensions, data.length);
        _requireNorm(data);
        uint256 count = info.dataCount;
        if (count >= dataCountLimit) revert DataCountLimitReached(classification);
        ++info.dataCount;
        uint256 slot = _slotOf(classification, 0);
        assembly ("memory-safe") {
            let divisor := add(count, 1)
            let end := add(data.offset, shl(5, data.length))
            for { let p := data.offset } lt(p, end) { slot := add(slot, 1) } {
                let word := sload(slot)
                let changed := 0
                for { let shift := 0 } and(lt(shift, 256), lt(p, end)) { shift := add(shift, 64) } {
                    let total := add(mul(signextend(7, shr(shift, word)), count), calldataload(p))
                    changed := or(changed, shl(shift, and(sdiv(total, divisor), _VALUE_MASK)))
                    p := add(p, 32)
                }
                sstore(slot, changed)
            }
        }
    }

    /// @notice A value of a class's centroid; scaled by `toFloat()`.
    function centroids(uint256 classification, uint256 dimension) external view returns (int64) {
        return getCentroidValue(classification, dimension);
    }

    /// @notice How many samples a class's centroid is the average of.
    function dataCounts(uint256 classification) external view returns (uint256) {
        return getNumSamples(classification);
    }

    /// @notice How many values a class's centroid has.
    function getNumDimensions(uint256 classification) external view returns (uint256) {
        _requireClass(classification);
        return _classes[classification].dimensions;
    }

    /// @inheritdoc IClassifier64
    function predict(int64[] calldata data) external view returns (uint64 best) {
        uint256 numClasses = _numClasses;
        uint256 least = UINT256_MAX;
        for (uint64 k = 0; k < numClasses; ++k) {
            _requireDimension(_classes[k].dimensions, data.length);
            uint256 distance = _distance(data, _slotOf(k, 0));
            if (distance < least) {
                least = distance;
                best = k;
            }
        }
    }

    /// @inheritdoc IClassifier64
    function learningRules() external pure returns (string memory) {
        return "nearest-centroid/2";
    }

    /// @notice How many samples a class's centroid is the average of.
    function getNumSamples(uint256 classification) public view returns (uint256) {
        _requireClass(classification);
        return _classes[classification].dataCount;
    }

    /// @notice A value of a class's centroid; scaled by `toFloat()`.
    function getCentroidValue(uint256 classification, uint256 dimension) public view returns (int64 value) {
        _requireClass(classification);
        uint256 dimensions = _classes[classification].dimensions;
        if (dimension >= dimensions) revert DimensionOutOfRange(dimension, dimensions);
        uint256 slot = _slotOf(classification, dimension);
        assembly ("memory-safe") {
            value := signextend(7, shr(shl(6, and(dimension, 3)), sload(slot)))
        }
    }

    /// @dev Refuses the hand-over while the classes differ in their number of values: the model could never be asked.
    function _partOf(ICollaborativeTrainer64 trainer) internal view override returns (address) {
        for (uint256 k = 1; k < _numClasses; ++k) {
            _requireDimension(_classes[0].dimensions, _classes[k].dimensions);
        }
        return super._partOf(trainer);
    }

    /// @dev Reverts, without a message as the compiler's decoder does, when a value does not fit 64 bits.
    function _distance(int64[] calldata data, uint256 slot) private view returns (uint256 distance) {
        assembly ("memory-safe") {
            let excess := 0
            let end := add(data.offset, shl(5, data.length))
            for { let p := data.offset } lt(p, end) {} {
                let word := sload(slot)
                slot := add(slot, 1)
                let x := calldataload(p)
                excess := or(excess, add(x, _HALF))
                let difference := sub(x, signextend(7, word))
                distance := add(distance, div(mul(difference, difference), _F))
                p := add(p, 32)
                // Past the end both a value and what the sample has there count as zero.
                x := mul(calldataload(p), lt(p, end))
                excess := or(excess, add(x, _HALF))
                difference := sub(x, signextend(7, shr(64, word)))
                distance := add(distance, div(mul(difference, difference), _F))
                p := add(p, 32)
                x := mul(calldataload(p), lt(p, end))
                excess := or(excess, add(x, _HALF))
                difference := sub(x, signextend(7, shr(128, word)))
                distance := add(distance, div(mul(difference, difference), _F))
                p := add(p, 32)
                x := mul(calldataload(p), lt(p, end))
                excess := or(excess, add(x, _HALF))
                difference := sub(x, sar(192, word))
                distance := add(distance, div(mul(difference, difference), _F))
                p := add(p, 32)
            }
            if shr(64, excess) { revert(0, 0) }
        }
    }

    function _setCount(uint256 k, uint256 count) private {
        if (count > dataCountLimit) revert CountOverflow();
        // forge-lint: disable-next-line(unsafe-typecast) -- compared above.
        _classes[k].dataCount = uint64(count);
    }

    /// @dev Sets a class's first values, a whole slot at a time.
    function _fill(uint256 k, int64[] memory values) private {
        uint256 slot = _slotOf(k, 0);
        assembly ("memory-safe") {
            let p := add(values, 32)
            for { let end := add(p, shl(5, mload(values))) } lt(p, end) { slot := add(slot, 1) } {
                let word := 0
                for { let shift := 0 } and(lt(shift, 256), lt(p, end)) { shift := add(shift, 64) } {
                    word := or(word, shl(shift, and(mload(p), _VALUE_MASK)))
                    p := add(p, 32)
                }
                sstore(slot, word)
            }
        }
        _classes[k].dimensions = uint64(values.length);
    }

    function _extendCentroid(uint256 k, int64[] calldata extension) private {
        uint64 dimensions = _classes[k].dimensions;
        for (uint256 i = 0; i < extension.length; ++i) {
            _appendValue(k, dimensions++, extension[i]);
        }
        _classes[k].dimensions = dimensions;
    }

    /// @dev Sets a value that was zero.
    function _appendValue(uint256 k, uint256 j, int64 value) private {
        uint256 slot = _slotOf(k, j);
        assembly ("memory-safe") {
            sstore(slot, or(sload(slot), shl(shl(6, and(j, 3)), and(value, _VALUE_MASK))))
        }
    }

    function _slotOf(uint256 k, uint256 j) private pure returns (uint256) {
        unchecked {
            return _CENTROIDS + (k << 64) + (j >> 2);
        }
    }
}
