// SPDX-License-Identifier: MIT
pragma solidity 0.6.12;
pragma experimental ABIEncoderV2;

import {Checked} from "./Checked.sol";
import {OriginalPart} from "./OriginalPart.sol";

/// @title What the classifiers by the originals' rules share, for tests alone.
/// @dev They compute in the originals' order and widths, and wrap around where the originals do.
abstract contract OriginalClassifier64 is OriginalPart {
    uint32 public constant toFloat = 1e9;

    string[] public classifications;
    uint32[] public featureIndices;

    event AddClass(string name, uint256 index);

    constructor(string[] memory names) public {
        require(names.length > 0, "no classes");
        classifications = names;
    }

    function update(int64[] calldata data, uint64 classification) external virtual;

    function predict(int64[] memory data) public view virtual returns (uint64);

    function getNumClassifications() external view returns (uint256) {
        return classifications.length;
    }

    function getNumFeatureIndices() external view returns (uint256) {
        return featureIndices.length;
    }

    function addFeatureIndices(uint32[] calldata more) external onlyOwner {
        for (uint256 i = 0; i < more.length; ++i) {
            featureIndices.push(more[i]);
        }
    }

    /// @notice Dense kinds alone have one.
    function norm(int64[] calldata) external pure virtual returns (uint256) {
        revert("no norm");
    }

    function _name(string memory added) internal {
        classifications.push(added);
        emit AddClass(added, classifications.length - 1);
    }
}

/// @title What the two dense kinds share.
abstract contract OriginalDenseClassifier64 is OriginalClassifier64 {
    function norm(int64[] calldata data) external pure override returns (uint256) {
        return Checked.root(_squares(data));
    }

    function _requireUnitNorm(int64[] memory data) internal pure {
        uint256 squares = _squares(data);
        require(squares > 1e18 - 1e11 && squares < 1e18 + 1e11, "not of length 1");
    }

    function _squares(int64[] memory data) private pure returns (uint256 squares) {
        for (uint256 i = 0; i < data.length; ++i) {
            squares = Checked.add(squares, uint256(int256(data[i]) * data[i]));
        }
    }
}
