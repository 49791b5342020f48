// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC165} from "./IERC165.sol";

/// @title A model that anyone can train: the entry point that takes samples, keeps deposits and pays claims.
/// @notice Amounts are in wei, times in seconds since 1970. Nothing an outsider wrote can be trusted: not the texts of the
/// deployer, not the samples.
interface ICollaborativeTrainer64 is IERC165 {
    /// @notice A sample was added and learnt.
    /// @param d the encoded sample
    /// @param c position of the class that its author says it belongs to
    /// @param t when: the block's timestamp in seconds
    /// @param sender its author
    /// @param cost the deposit that was kept for it, in wei
    event AddData(int64[] d, uint64 c, uint256 t, address indexed sender, uint256 cost);

    /// @notice A sample's author got back what was left of his deposit.
    /// @param key the sample's key in the data handler
    /// @param amount in wei
    event SampleRefunded(bytes32 indexed key, address indexed author, uint256 amount);

    /// @notice A sample was reported and a reward paid out of its deposit.
    /// @param key the sample's key in the data handler
    /// @param amount in wei
    event SampleReported(bytes32 indexed key, address indexed reporter, uint256 amount);

    /// @notice The contract does not announce the interface that this place needs.
    error WrongPart(address part, bytes4 neededInterface);

    /// @notice The part belongs to a trainer already, and may hold what that one recorded.
    error PartAlreadyHandedOver(address part, address trainer);

    /// @notice The part holds samples that this trainer did not take.
    error PartNotEmpty(address part, uint256 samples);

    /// @notice A value of the sample does not fit 64 bits.
    error ValueOutOfRange(int256 value);

    /// @notice The call came from within a payment that this trainer is making.
    error Reentered();

    /// @notice The recipient refused its money, in wei.
    error PaymentRefused(address recipient, uint256 amount);

    /// @notice What the deployer calls the model.
    function name() external view returns (string memory);

    /// @notice What the deployer says about the model.
    function description() external view returns (string memory);

    /// @notice How a sample is turned into integers.
    function encoder() external view returns (string memory);

    /// @notice The part that remembers what was added.
    function dataHandler() external view returns (address);

    /// @notice The part that sets prices, refunds and rewards.
    function incentiveMechanism() external view returns (address);

    /// @notice The part that predicts and learns.
    function classifier() external view returns (address);

    /// @notice Adds a sample for the model to learn. Costs what the incentive mechanism asks; the rest of the value is
    /// given back.
    /// @param data the encoded sample
    /// @param classification position of the class that it belongs to
    function addData(int64[] calldata data, uint64 classification) external payable;

    /// @notice Takes back what is left of the caller's deposit for a sample that the model agrees with now.
    /// @param data the encoded sample
    /// @param classification the label that the caller gave it
    /// @param addedTime when it was added: `t` of its `AddData`
    function refund(int64[] calldata data, uint64 classification, uint256 addedTime) external;

    /// @notice Takes a reward out of the deposit of someone's sample that the model disagrees with now.
    /// @param data the encoded sample
    /// @param classification the label that its author gave it
    /// @param addedTime when it was added: `t` of its `AddData`
    /// @param originalAuthor who added it: `sender` of its `AddData`
    function report(int64[] calldata data, uint64 classification, uint256 addedTime, address originalAuthor) external;
}
