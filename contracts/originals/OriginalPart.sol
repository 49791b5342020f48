// SPDX-License-Identifier: MIT
pragma solidity 0.6.12;

/// @title A part of a model as the originals had it: its deployer may do all that the trainer may, until he hands it over.
abstract contract OriginalPart {
    address public owner;

    event OwnershipTransferred(address indexed previousOwner, address indexed newOwner);

    constructor() public {
        owner = msg.sender;
        emit OwnershipTransferred(address(0), msg.sender);
    }

    modifier onlyOwner() {
        require(msg.sender == owner, "caller is not the owner");
        _;
    }

    /// @notice Hands the part over, as often as each owner likes.
    function transferOwnership(address newOwner) external onlyOwner {
        require(newOwner != address(0), "no new owner");
        emit OwnershipTransferred(owner, newOwner);
        owner = newOwner;
    }
}
