// SPDX-License-Identifier: MIT
pragma solidity 0.6.12;

/// @title Arithmetic that reverts where this old compiler would wrap around.
library Checked {
    function add(uint256 a, uint256 b) internal pure returns (uint256 sum) {
        sum = a + b;
        require(sum >= a, "sum too large");
    }

    function sub(uint256 a, uint256 b) internal pure returns (uint256) {
        require(b <= a, "difference below zero");
        return a - b;
    }

    function mul(uint256 a, uint256 b) internal pure returns (uint256 product) {
        product = a * b;
        require(a == 0 || product / a == b, "product too large");
    }

    function div(uint256 a, uint256 b) internal pure returns (uint256) {
        require(b != 0, "division by zero");
        return a / b;
    }

    /// @dev The square root, rounded down.
    function root(uint256 square) internal pure returns (uint256 guess) {
        if (square < 2) return square;
        guess = square;
        uint256 next = square / 2;
        while (next < guess) {
            guess = next;
            next = (guess + square / guess) / 2;
        }
    }
}
