// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Contracts that announce their interfaces (ERC-165).
interface IERC165 {
    /// @notice Whether this contract implements an interface.
    /// @param interfaceId exclusive-or of the selectors of the interface's functions
    /// @return true when it does; false for 0xffffffff
    function supportsInterface(bytes4 interfaceId) external view returns (bool);
}
