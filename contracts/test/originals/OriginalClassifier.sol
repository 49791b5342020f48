// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title What the classifiers by the originals' rules (version 1) share, for tests alone: anyone may train them.
/// @dev These contracts compute in the originals' order and widths, wrapping where the originals wrap: they exist to hold
/// the Java code to what a chain computes, and are deployed by nothing else.
abstract contract OriginalClassifier {
    uint32 public constant toFloat = 1e9;

    string[] public classifications;

    constructor(string[] memory names) {
        classifications = names;
    }

    function _requireUnitNorm(int64[] calldata data) internal pure {
        uint256 squares = 0;
        for (uint256 i = 0; i < data.length; ++i) {
            int256 value = data[i];
            squares += uint256(value * value);
        }
        require(squares > 1e18 - 1e11 && squares < 1e18 + 1e11, "norm");
    }
}
