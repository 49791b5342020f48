// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IncentiveMechanism64} from "./IncentiveMechanism64.sol";
import {IIncentiveMechanism64} from "./interfaces/IIncentiveMechanism64.sol";

/// @title Points only: samples cost nothing, and each that the model comes to agree with counts for its author.
/// @notice A sample can be refunded once by its author and reported once by one other, in either order. Reports count for
/// no one. The waits are in order, so the first of them is the one that refunds and reports need.
contract Points64 is IncentiveMechanism64 {
    /// @notice A sample of this address was counted as good.
    event Refund(address recipient);

    /// @notice This address reported a sample.
    event Report(address recipient);

    /// @param refundWait seconds after which a sample can be refunded or reported
    /// @param ownerClaimWait shown to callers; at least the first
    /// @param anyAddressClaimWait shown to callers; at least the second
    /// @param modelOwner_ the model's owner; not zero
    constructor(uint32 refundWait, uint32 ownerClaimWait, uint32 anyAddressClaimWait, address modelOwner_)
        IncentiveMechanism64(refundWait, ownerClaimWait, anyAddressClaimWait, modelOwner_)
    {}

    /// @inheritdoc IIncentiveMechanism64
    function handleAddData(uint256) external onlyTrainer returns (uint256) {
        _countSubmitted();
        return 0;
    }

    /// @inheritdoc IIncentiveMechanism64
    function handleRefund(address author, Claim calldata claim) external onlyTrainer returns (uint256) {
        _requireUnclaimed(claim, author);
        _requireRefundWaitOver(claim);
        _requireAgreement(claim);
        _countGood(author);
        emit Refund(author);
        return 0;
    }

    /// @inheritdoc IIncentiveMechanism64
    function handleReport(address reporter, address author, Claim calldata claim)
        external
        onlyTrainer
        returns (uint256)
    {
        _requireRefundWaitOver(claim);
        if (claim.reported) revert AlreadyReported();
        _requireNotAuthor(reporter, author);
        _requireUnclaimed(claim, reporter);
        _requireDisagreement(claim);
        emit Report(reporter);
        return 0;
    }

    /// @inheritdoc IIncentiveMechanism64
    function getNextAddDataCost() external pure returns (uint256) {
        return 0;
    }

    /// @inheritdoc IIncentiveMechanism64
    function getNextAddDataCost(uint256) external pure returns (uint256) {
        return 0;
    }

    /// @inheritdoc IIncentiveMechanism64
    function getNextAddDataCost(int64[] calldata, uint64) external pure returns (uint256) {
        return 0;
    }

    /// @inheritdoc IIncentiveMechanism64
    function canTakeAll(address, uint256) external pure returns (bool) {
        return false;
    }

    /// @inheritdoc IIncentiveMechanism64
    function incentiveRules() external pure returns (string memory) {
        return "points/2";
    }
}
