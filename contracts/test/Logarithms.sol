// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Logarithm} from "../src/classifiers/Logarithm.sol";

/// @title Shows what the library computes to tests outside the chain.
contract Logarithms {
    /// @notice The logarithms of these numbers, each at least 1 and below 2**128.
    function log2(uint256[] calldata numbers) external pure returns (int256[] memory logarithms) {
        logarithms = new int256[](numbers.length);
        for (uint256 i = 0; i < numbers.length; ++i) {
            logarithms[i] = Logarithm.log2(numbers[i]);
        }
    }
}
