// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Owned} from "../Owned.sol";
import {IClassifier64} from "../interfaces/IClassifier64.sol";
import {ICollaborativeTrainer64} from "../interfaces/ICollaborativeTrainer64.sol";
import {IERC165} from "../interfaces/IERC165.sol";

/// @title What all five classifiers share: the names of the classes and the features of the encoder in use.
/// @notice The arithmetic of each kind is specified in LEARNING-RULES.md.
abstract contract Classifier64 is Owned, IClassifier64 {
    /// @notice The model has no class at this position.
    error LabelOutOfRange(uint256 label, uint256 numClasses);

    /// @notice A sparse sample holds an index that the model cannot take.
    error IndexOutOfRange(int256 index);

    /// @notice Two arrays that belong together, or a pair, have the wrong length.
    error LengthMismatch(uint256 expected, uint256 actual);

    /// @notice The model cannot tell this number of classes apart.
    error WrongNumberOfClasses(uint256 numClasses);

    /// @dev The number that stands for 1.
    uint32 internal constant _F = 1e9;

    /// @dev How many classes there are; shares a slot with the owner, whom every update looks up.
    uint64 internal _numClasses;

    /// @inheritdoc IClassifier64
    string[] public override classifications;

    /// @inheritdoc IClassifier64
    uint32[] public override featureIndices;

    constructor(string[] memory names) {
        if (names.length == 0) revert WrongNumberOfClasses(0);
        classifications = names;
        // forge-lint: disable-next-line(unsafe-typecast) -- they were held in memory.
        _numClasses = uint64(names.length);
    }

    /// @inheritdoc IClassifier64
    function addFeatureIndices(uint32[] calldata moreFeatureIndices) external onlyOwner {
        for (uint256 i = 0; i < moreFeatureIndices.length; ++i) {
            featureIndices.push(moreFeatureIndices[i]);
        }
    }

    /// @inheritdoc IClassifier64
    function getNumClassifications() external view returns (uint256) {
        return _numClasses;
    }

    /// @inheritdoc IClassifier64
    function getNumFeatureIndices() external view returns (uint256) {
        return featureIndices.length;
    }

    /// @inheritdoc IClassifier64
    function toFloat() external pure returns (uint32) {
        return _F;
    }

    /// @inheritdoc Owned
    function supportsInterface(bytes4 interfaceId) public view override(Owned, IERC165) returns (bool) {
        return interfaceId == type(IClassifier64).interfaceId || super.supportsInterface(interfaceId);
    }

    function _requireClass(uint256 label) internal view {
        uint256 numClasses = _numClasses;
        if (label >= numClasses) revert LabelOutOfRange(label, numClasses);
    }

    function _requireLength(uint256 expected, uint256 actual) internal pure {
        if (expected != actual) revert LengthMismatch(expected, actual);
    }

    /// @dev Names a new class; returns its position.
    function _nameClass(string calldata className) internal returns (uint256 k) {
        k = _numClasses++;
        classifications.push(className);
        emit AddClass(className, k);
    }

    /// @inheritdoc Owned
    function _partOf(ICollaborativeTrainer64 trainer) internal view virtual override returns (address) {
        return trainer.classifier();
    }
}
