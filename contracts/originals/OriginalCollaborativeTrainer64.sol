// SPDX-License-Identifier: MIT
pragma solidity 0.6.12;
pragma experimental ABIEncoderV2;

import {OriginalClassifier64} from "./OriginalClassifier64.sol";
import {OriginalDataHandler64} from "./OriginalDataHandler64.sol";
import {OriginalIncentiveMechanism64} from "./OriginalIncentiveMechanism64.sol";

/// @notice What the trainer asks of either mechanism.
interface OriginalMechanismCalls {
    function handleAddData(uint256 paid) external returns (uint256);
    function handleRefund(address submitter, OriginalIncentiveMechanism64.Claim calldata claim)
        external
        returns (uint256);
    function handleReport(address reporter, address author, OriginalIncentiveMechanism64.Claim calldata claim)
        external
        returns (uint256);
}

/// @title A model's entry point as the originals had it, for tests alone: it looks at no part that it is given, names no
/// sample when a claim is made, and pays with the little gas of `transfer`.
contract OriginalCollaborativeTrainer64 {
    string public name;
    string public description;
    string public encoder;
    OriginalDataHandler64 public dataHandler;
    OriginalMechanismCalls public incentiveMechanism;
    OriginalClassifier64 public classifier;

    event AddData(int64[] d, uint64 c, uint256 t, address indexed sender, uint256 cost);

    constructor(
        string memory name_,
        string memory description_,
        string memory encoder_,
        OriginalDataHandler64 handler,
        OriginalMechanismCalls mechanism,
        OriginalClassifier64 classifier_
    ) public {
        name = name_;
        description = description_;
        encoder = encoder_;
        dataHandler = handler;
        incentiveMechanism = mechanism;
        classifier = classifier_;
    }

    function addData(int64[] calldata data, uint64 classification) external payable {
        uint256 cost = incentiveMechanism.handleAddData(msg.value);
        dataHandler.handleAddData(msg.sender, cost, data, classification);
        classifier.update(data, classification);
        if (msg.value > cost) msg.sender.transfer(msg.value - cost);
        emit AddData(data, classification, now, msg.sender, cost);
    }

    function refund(int64[] calldata data, uint64 classification, uint256 addedTime) external {
        OriginalIncentiveMechanism64.Claim memory claim;
        claim.label = classification;
        claim.addedTime = addedTime;
        (claim.claimable, claim.claimedBefore, claim.numClaims) =
            dataHandler.handleRefund(msg.sender, data, classification, addedTime);
        claim.prediction = classifier.predict(data);
        _pay(incentiveMechanism.handleRefund(msg.sender, claim));
    }

    function report(int64[] calldata data, uint64 classification, uint256 addedTime, address originalAuthor) external {
        OriginalIncentiveMechanism64.Claim memory claim;
        claim.label = classification;
        claim.addedTime = addedTime;
        bytes32 key;
        (claim.deposit, claim.claimable, claim.claimedBefore, claim.numClaims, key) =
            dataHandler.handleReport(msg.sender, data, classification, addedTime, originalAuthor);
        claim.prediction = classifier.predict(data);
        uint256 reward = incentiveMechanism.handleReport(msg.sender, originalAuthor, claim);
        dataHandler.takeReward(key, reward);
        _pay(reward);
    }

    function _pay(uint256 amount) private {
        if (amount > 0) msg.sender.transfer(amount);
    }
}
