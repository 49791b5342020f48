// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IClassifier64} from "../interfaces/IClassifier64.sol";
import {Classifier64} from "./Classifier64.sol";
import {DenseClassifier64} from "./DenseClassifier64.sol";

/// @title A perceptron of two classes over vectors, by the rules "dense-perceptron/2".
/// @dev Weights lie three to a storage slot: weight i in slot `_WEIGHTS + i / 3`, from bit `80 * (i % 3)`; bits beyond the
/// last weight are zero.
contract DensePerceptron is DenseClassifier64 {
    /// @notice A weight left the range of 80 bits.
    error WeightOverflow();

    /// @notice The model has no weight at this position.
    error WeightOutOfRange(uint256 index, uint256 numWeights);

    uint256 private constant _WEIGHTS = 0x100000000000000000000000000000000;
    uint256 private constant _WEIGHT_MASK = 0xffffffffffffffffffff;

    /// @notice What every weighted sum starts from; scaled by `toFloat()`.
    int80 public intercept;

    /// @notice The part of a sample that is added to the weights when the model was wrong; scaled by `toFloat()`.
    uint32 public learningRate;

    /// @notice How many values a sample has.
    uint64 public numWeights;

    /// @param names of the two classes
    /// @param firstWeights scaled by `toFloat()`; more can follow by `initializeWeights`
    constructor(string[] memory names, int80[] memory firstWeights, int80 intercept_, uint32 learningRate_)
        Classifier64(names)
    {
        if (names.length != 2) revert WrongNumberOfClasses(names.length);
        intercept = intercept_;
        learningRate = learningRate_;
        for (uint256 i = 0; i < firstWeights.length; ++i) {
            _setWeight(i, firstWeights[i]);
        }
        numWeights = uint64(firstWeights.length);
    }

    /// @notice Appends weights. Only the owner may call it.
    function initializeWeights(int80[] calldata moreWeights) external onlyOwner {
        uint64 count = numWeights;
        for (uint256 i = 0; i < moreWeights.length; ++i) {
            _setWeight(count++, moreWeights[i]);
        }
        numWeights = count;
    }

    /// @inheritdoc IClassifier64
    function update(int64[] calldata data, uint64 classification) external onlyOwner {
        if (classification > 1) revert LabelOutOfRange(classification, 2);
        uint64 prediction = predict(data);
        _requireNorm(data);
        if (prediction == classification) return;
        int256 rate = int256(uint256(learningRate));
        if (classification == 0) rate = -rate;
        bool overflow;
        assembly ("memory-safe") {
            let slot := _WEIGHTS
            let end := add(data.offset, shl(5, data.length))
            for { let p := data.offset } lt(p, end) { slot := add(slot, 1) } {
                let word := sload(slot)
                let changed := 0
                for { let shift := 0 } and(lt(shift, 240), lt(p, end)) { shift := add(shift, 80) } {
                    let step := sdiv(mul(calldataload(p), rate), _F)
                    let weight := add(signextend(9, shr(shift, word)), step)
                    overflow := or(overflow, iszero(eq(weight, signextend(9, weight))))
                    changed := or(changed, shl(shift, and(weight, _WEIGHT_MASK)))
                    p := add(p, 32)
                }
                sstore(slot, changed)
            }
        }
        if (overflow) revert WeightOverflow();
    }

    /// @notice The weight of a sample's value at a position; scaled by `toFloat()`.
    function weights(uint256 index) external view returns (int80 weight) {
        if (index >= numWeights) revert WeightOutOfRange(index, numWeights);
        assembly ("memory-safe") {
            weight := signextend(9, shr(mul(80, mod(index, 3)), sload(add(_WEIGHTS, div(index, 3)))))
        }
    }

    /// @inheritdoc IClassifier64
    function learningRules() external pure returns (string memory) {
        return "dense-perceptron/2";
    }

    /// @inheritdoc IClassifier64
    /// @dev Reverts, without a message as the compiler's decoder does, when a value does not fit 64 bits.
    function predict(int64[] calldata data) public view returns (uint64) {
        _requireDimension(numWeights, data.length);
        int256 sum = int256(intercept) * int256(uint256(_F));
        assembly ("memory-safe") {
            let slot := _WEIGHTS
            let excess := 0
            let end := add(data.offset, shl(5, data.length))
            for { let p := data.offset } lt(p, end) {} {
                let word := sload(slot)
                slot := add(slot, 1)
                let x := calldataload(p)
                excess := or(excess, add(x, _HALF))
                sum := add(sum, mul(x, signextend(9, word)))
                p := add(p, 32)
                // Past the end what the sample has there counts as zero.
                x := mul(calldataload(p), lt(p, end))
                excess := or(excess, add(x, _HALF))
                sum := add(sum, mul(x, signextend(9, shr(80, word))))
                p := add(p, 32)
                x := mul(calldataload(p), lt(p, end))
                excess := or(excess, add(x, _HALF))
                sum := add(sum, mul(x, signextend(9, shr(160, word))))
                p := add(p, 32)
            }
            if shr(64, excess) { revert(0, 0) }
        }
        return sum > 0 ? 1 : 0;
    }

    function _setWeight(uint256 index, int80 weight) private {
        assembly ("memory-safe") {
            let slot := add(_WEIGHTS, div(index, 3))
            let shift := mul(80, mod(index, 3))
            sstore(slot, or(sload(slot), shl(shift, and(weight, _WEIGHT_MASK))))
        }
    }
}
