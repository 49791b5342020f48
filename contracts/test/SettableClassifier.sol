// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Owned} from "../src/Owned.sol";
import {IClassifier64} from "../src/interfaces/IClassifier64.sol";
import {ICollaborativeTrainer64} from "../src/interfaces/ICollaborativeTrainer64.sol";
import {IERC165} from "../src/interfaces/IERC165.sol";

/// @title A classifier that predicts what a test tells it to and remembers what it was taught last.
contract SettableClassifier is Owned, IClassifier64 {
    error TooLarge(int64 value);

    error Speechless();

    uint64 public prediction;
    bool public speechless;
    int64[] public learnt;
    uint64 public learntClassification;
    uint256 public updates;

    function setPrediction(uint64 newPrediction) external {
        prediction = newPrediction;
    }

    /// @dev From now on it cannot predict any more.
    function fallSilent() external {
        speechless = true;
    }

    function update(int64[] calldata data, uint64 classification) external onlyOwner {
        _check(data);
        learnt = data;
        learntClassification = classification;
        updates += 1;
    }

    function addFeatureIndices(uint32[] calldata) external onlyOwner {}

    function predict(int64[] calldata data) external view returns (uint64) {
        _check(data);
        if (speechless) revert Speechless();
        return prediction;
    }

    function classifications(uint256 index) external pure returns (string memory) {
        return index == 0 ? "no" : "yes";
    }

    function getNumClassifications() external pure returns (uint256) {
        return 2;
    }

    function featureIndices(uint256 index) external pure returns (uint32) {
        return uint32(index);
    }

    function getNumFeatureIndices() external pure returns (uint256) {
        return 0;
    }

    function toFloat() external pure returns (uint32) {
        return 1e9;
    }

    function norm(int64[] calldata) external pure returns (uint256) {
        return 1e9;
    }

    function learningRules() external pure returns (string memory) {
        return "settable/2";
    }

    function supportsInterface(bytes4 interfaceId) public view override(IERC165, Owned) returns (bool) {
        return interfaceId == type(IClassifier64).interfaceId || super.supportsInterface(interfaceId);
    }

    function _partOf(ICollaborativeTrainer64 trainer) internal view override returns (address) {
        return trainer.classifier();
    }

    /// @dev Refuses a first value of 13, so that tests can see a refusal come through.
    function _check(int64[] calldata data) private pure {
        if (data.length > 0 && data[0] == 13) revert TooLarge(13);
    }
}
