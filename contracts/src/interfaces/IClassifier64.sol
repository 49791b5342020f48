// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IPart} from "./IPart.sol";

/// @title A model that answers which class a sample belongs to and that learns from labelled samples.
/// @notice All numbers are integers; decimals are scaled by `toFloat()`.
interface IClassifier64 is IPart {
    /// @notice A class was added while the model was being deployed.
    event AddClass(string name, uint256 index);

    /// @notice The arithmetic that this model follows, such as "sparse-perceptron/2"; at most 64 bytes.
    function learningRules() external view returns (string memory);

    /// @notice The name of a class.
    /// @param index position of the class, from 0 to `getNumClassifications() - 1`; reverts for any other
    function classifications(uint256 index) external view returns (string memory);

    /// @notice How many classes the model tells apart.
    function getNumClassifications() external view returns (uint256);

    /// @notice Which feature of the encoder's output stands at a position of a sample, for models that use only some.
    /// @param index position, from 0 to `getNumFeatureIndices() - 1`; reverts for any other
    function featureIndices(uint256 index) external view returns (uint32);

    /// @notice How many features of the encoder's output the model uses; 0 when it uses all of them.
    function getNumFeatureIndices() external view returns (uint256);

    /// @notice The number that stands for 1: decimals are multiplied by it.
    function toFloat() external view returns (uint32);

    /// @notice Euclidean length of a dense sample, scaled like its values and rounded down; sparse models revert.
    function norm(int64[] calldata data) external pure returns (uint256);

    /// @notice The class that the model, as it is now, takes a sample for.
    /// @param data the encoded sample; reverts when the model cannot take it
    /// @return classification position of the class
    function predict(int64[] calldata data) external view returns (uint64 classification);

    /// @notice Learns from one labelled sample. Only the owner may call it.
    /// @param data the encoded sample; reverts when the model cannot take it
    /// @param classification position of its class; reverts when there is no such class
    function update(int64[] calldata data, uint64 classification) external;

    /// @notice Appends to the features of the encoder's output that the model uses. Only the owner may call it.
    function addFeatureIndices(uint32[] calldata moreFeatureIndices) external;
}
