// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SampleMemory} from "./SampleMemory.sol";
import {IClassifier64} from "./interfaces/IClassifier64.sol";
import {ICollaborativeTrainer64} from "./interfaces/ICollaborativeTrainer64.sol";
import {IDataHandler64} from "./interfaces/IDataHandler64.sol";
import {IERC165} from "./interfaces/IERC165.sol";
import {IIncentiveMechanism64} from "./interfaces/IIncentiveMechanism64.sol";
import {IPart} from "./interfaces/IPart.sol";

/// @title A model that anyone can train: it prices, records and learns samples, keeps their deposits and pays claims.
/// @dev The parts must be handed over after this contract was deployed: it refuses any that was handed over before, so
/// nothing was recorded in them but by it.
contract CollaborativeTrainer64 is ICollaborativeTrainer64 {
    using SampleMemory for int64[];

    // Never zero, so that entering and leaving rewrite a slot in use, which is cheaper than filling and emptying it.
    uint256 private constant OUTSIDE = 1;
    uint256 private constant INSIDE = 2;

    IDataHandler64 private immutable DATA_HANDLER;
    IIncentiveMechanism64 private immutable INCENTIVE_MECHANISM;
    IClassifier64 private immutable CLASSIFIER;

    /// @inheritdoc ICollaborativeTrainer64
    string public name;
    /// @inheritdoc ICollaborativeTrainer64
    string public description;
    /// @inheritdoc ICollaborativeTrainer64
    string public encoder;
    uint256 private _whereabouts = OUTSIDE;

    /// @dev Keeps a wallet that is being paid from claiming or adding in between.
    modifier entersOnce() {
        if (_whereabouts == INSIDE) revert Reentered();
        _whereabouts = INSIDE;
        _;
        _whereabouts = OUTSIDE;
    }

    /// @param name_ what the deployer calls the model
    /// @param description_ what he says about it
    /// @param encoder_ how a sample is turned into integers
    /// @param handler an IDataHandler64 that has no trainer yet
    /// @param mechanism an IIncentiveMechanism64 that has no trainer yet
    /// @param model an IClassifier64 that has no trainer yet
    constructor(
        string memory name_,
        string memory description_,
        string memory encoder_,
        address handler,
        address mechanism,
        address model
    ) {
        _requireFresh(handler, type(IDataHandler64).interfaceId);
        _requireFresh(mechanism, type(IIncentiveMechanism64).interfaceId);
        _requireFresh(model, type(IClassifier64).interfaceId);
        uint256 submitted = IIncentiveMechanism64(mechanism).totalSubmitted();
        if (submitted > 0) revert PartNotEmpty(mechanism, submitted);
        name = name_;
        description = description_;
        encoder = encoder_;
        DATA_HANDLER = IDataHandler64(handler);
        INCENTIVE_MECHANISM = IIncentiveMechanism64(mechanism);
        CLASSIFIER = IClassifier64(model);
    }

    /// @inheritdoc ICollaborativeTrainer64
    function addData(int64[] calldata data, uint64 classification) external payable entersOnce {
        int64[] memory sample = data.copy();
        sample.requireInt64();
        uint256 cost = INCENTIVE_MECHANISM.handleAddData(msg.value);
        bytes32 key = sample.key(classification, block.timestamp, msg.sender);
        DATA_HANDLER.handleAddData(key, classification, msg.sender, cost);
        sample.update(CLASSIFIER, classification);
        sample.emitAddData(classification, cost);
        _pay(msg.value - cost);
    }

    /// @inheritdoc ICollaborativeTrainer64
    function refund(int64[] calldata data, uint64 classification, uint256 addedTime) external entersOnce {
        int64[] memory sample = data.copy();
        bytes32 key = sample.key(classification, addedTime, msg.sender);
        IIncentiveMechanism64.Claim memory claim = _claim(key, classification, addedTime, msg.sender);
        claim.prediction = sample.predict(CLASSIFIER);
        uint256 amount = INCENTIVE_MECHANISM.handleRefund(msg.sender, claim);
        DATA_HANDLER.handleRefund(key);
        emit SampleRefunded(key, msg.sender, amount);
        _pay(amount);
    }

    /// @inheritdoc ICollaborativeTrainer64
    function report(int64[] calldata data, uint64 classification, uint256 addedTime, address originalAuthor)
        external
        entersOnce
    {
        int64[] memory sample = data.copy();
        bytes32 key = sample.key(classification, addedTime, originalAuthor);
        IIncentiveMechanism64.Claim memory claim = _claim(key, classification, addedTime, originalAuthor);
        // Whoever may take all need not pay for a prediction, nor depend on there being one.
        if (!INCENTIVE_MECHANISM.canTakeAll(msg.sender, addedTime)) claim.prediction = sample.predict(CLASSIFIER);
        uint256 reward = INCENTIVE_MECHANISM.handleReport(msg.sender, originalAuthor, claim);
        DATA_HANDLER.handleReport(key, originalAuthor, msg.sender, reward);
        emit SampleReported(key, msg.sender, reward);
        _pay(reward);
    }

    /// @inheritdoc ICollaborativeTrainer64
    function dataHandler() external view returns (address) {
        return address(DATA_HANDLER);
    }

    /// @inheritdoc ICollaborativeTrainer64
    function incentiveMechanism() external view returns (address) {
        return address(INCENTIVE_MECHANISM);
    }

    /// @inheritdoc ICollaborativeTrainer64
    function classifier() external view returns (address) {
        return address(CLASSIFIER);
    }

    /// @inheritdoc IERC165
    function supportsInterface(bytes4 interfaceId) external pure returns (bool) {
        return interfaceId == type(IERC165).interfaceId || interfaceId == type(ICollaborativeTrainer64).interfaceId;
    }

    /// @dev All that is recorded of a sample that the caller claims from. Reverts for an unknown one.
    function _claim(bytes32 key, uint64 classification, uint256 addedTime, address author)
        private
        view
        returns (IIncentiveMechanism64.Claim memory)
    {
        IDataHandler64.Entry memory entry = DATA_HANDLER.entryFor(key, author, msg.sender);
        return IIncentiveMechanism64.Claim({
            classification: classification,
            prediction: 0,
            addedTime: addedTime,
            initialDeposit: entry.initialDeposit,
            claimableAmount: entry.claimableAmount,
            claimed: entry.claimed,
            reported: entry.reported
        });
    }

    /// @dev Pays the caller with all the gas there is, so that wallets that are contracts can be paid too. The last thing
    /// that a function does.
    function _pay(uint256 amount) private {
        if (amount == 0) return;
        (bool paid,) = msg.sender.call{value: amount}("");
        if (!paid) revert PaymentRefused(msg.sender, amount);
    }

    /// @dev Reverts unless a contract announces the interface of its place and has had no trainer.
    function _requireFresh(address part, bytes4 neededInterface) private view {
        if (part.code.length == 0) revert WrongPart(part, neededInterface);
        try IERC165(part).supportsInterface(neededInterface) returns (bool announced) {
            if (!announced) revert WrongPart(part, neededInterface);
        } catch {
            revert WrongPart(part, neededInterface);
        }
        if (IPart(part).handedOver()) revert PartAlreadyHandedOver(part, IPart(part).owner());
    }
}
