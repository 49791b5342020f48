// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Contracts with one owner (ERC-173).
interface IERC173 {
    /// @notice The owner changed.
    event OwnershipTransferred(address indexed previousOwner, address indexed newOwner);

    /// @notice Who owns this contract: its deployer until the hand-over, its trainer from then on.
    function owner() external view returns (address);

    /// @notice Gives this contract to its trainer, once and for all. Only the owner may call it.
    /// @param newOwner a deployed trainer that names this contract as one of its parts
    function transferOwnership(address newOwner) external;
}
