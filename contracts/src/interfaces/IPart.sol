// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC165} from "./IERC165.sol";
import {IERC173} from "./IERC173.sol";

/// @title One of the three contracts that a trainer owns and works with.
/// @notice A part belongs to its deployer first, who may fill it; it is handed over to its trainer once, and no one can
/// take it from there.
interface IPart is IERC165, IERC173 {
    /// @notice The caller is not the owner.
    error NotOwner(address caller, address owner);

    /// @notice The caller is not the trainer. `trainer` is zero while the part has not been handed over.
    error NotTrainer(address caller, address trainer);

    /// @notice The part has a trainer already and keeps it.
    error AlreadyHandedOver(address trainer);

    /// @notice A part can only be handed over to a contract, and this address has no code.
    error NotAContract(address newOwner);

    /// @notice The new owner works with another part than this one.
    error NotItsTrainer(address newOwner, address partOfNewOwner);

    /// @notice Whether this part has been given to its trainer.
    function handedOver() external view returns (bool);
}
