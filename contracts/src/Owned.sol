// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ICollaborativeTrainer64} from "./interfaces/ICollaborativeTrainer64.sol";
import {IERC165} from "./interfaces/IERC165.sol";
import {IERC173} from "./interfaces/IERC173.sol";
import {IPart} from "./interfaces/IPart.sol";

/// @title A part that its deployer owns until he hands it over to its trainer, once and for all.
/// @dev Takes the low 168 bits of a storage slot; the first 88 bits of what a heir declares share that slot with it.
abstract contract Owned is IPart {
    address private _owner;
    bool private _handedOver;

    /// @dev Only the owner: the deployer before the hand-over, the trainer after it.
    modifier onlyOwner() {
        if (msg.sender != _owner) revert NotOwner(msg.sender, _owner);
        _;
    }

    /// @dev Only the trainer: no one before the hand-over, so that nothing can be recorded by then.
    modifier onlyTrainer() {
        if (!_handedOver || msg.sender != _owner) revert NotTrainer(msg.sender, _handedOver ? _owner : address(0));
        _;
    }

    constructor() {
        _owner = msg.sender;
        emit OwnershipTransferred(address(0), msg.sender);
    }

    /// @inheritdoc IERC173
    function owner() external view returns (address) {
        return _owner;
    }

    /// @inheritdoc IPart
    function handedOver() external view returns (bool) {
        return _handedOver;
    }

    /// @inheritdoc IERC173
    function transferOwnership(address newOwner) external onlyOwner {
        if (_handedOver) revert AlreadyHandedOver(_owner);
        if (newOwner.code.length == 0) revert NotAContract(newOwner);
        address part = _partOf(ICollaborativeTrainer64(newOwner));
        if (part != address(this)) revert NotItsTrainer(newOwner, part);
        _owner = newOwner;
        _handedOver = true;
        emit OwnershipTransferred(msg.sender, newOwner);
    }

    /// @inheritdoc IERC165
    function supportsInterface(bytes4 interfaceId) public view virtual returns (bool) {
        return interfaceId == type(IERC165).interfaceId || interfaceId == type(IERC173).interfaceId
            || interfaceId == type(IPart).interfaceId;
    }

    /// @dev The part of a trainer in this contract's role, such as `trainer.classifier()`. A heir that must refuse a
    /// hand-over for reasons of its own reverts here.
    function _partOf(ICollaborativeTrainer64 trainer) internal view virtual returns (address);
}
