// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title A wallet that is a contract: it passes on what it is told, several calls in one transaction.
contract Forwarder {
    receive() external payable {}

    /// @notice Makes the calls one after the other, each with an equal part of the value; some may fail.
    function forward(address to, bytes[] calldata inputs) external payable {
        for (uint256 i = 0; i < inputs.length; i++) {
            (bool ok,) = to.call{value: msg.value / inputs.length}(inputs[i]);
            ok;
        }
    }
}
