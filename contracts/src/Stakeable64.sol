// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IncentiveMechanism64} from "./IncentiveMechanism64.sol";
import {SquareRoot} from "./SquareRoot.sol";
import {IIncentiveMechanism64} from "./interfaces/IIncentiveMechanism64.sol";

/// @title Deposit, refund, take: a sample needs a deposit, a good one gets it back, and who reports a bad one gets a share.
/// @notice The more samples come, the dearer they are: the price is `costWeight * 3600 / max(1, sqrt(s))` wei when the last
/// one came `s` seconds ago, with the root and the quotient rounded down.
contract Stakeable64 is IncentiveMechanism64 {
    /// @notice A refund was paid: all that was left of the deposit, in wei.
    event Refund(address recipient, uint256 amount);

    /// @notice A report was paid, in wei.
    event Report(address recipient, uint256 amount);

    /// @notice Without a cost weight, samples would need no deposit.
    error ZeroCostWeight();

    /// @notice Without a wait, a sample could be refunded before anyone saw it, and valid samples be counted for free.
    error ZeroRefundWait();

    uint80 private immutable COST_WEIGHT;

    /// @param refundWait seconds after which a sample can be refunded or reported; not 0
    /// @param ownerClaimWait seconds after which the model's owner can take what is left; at least twice the first
    /// @param anyAddressClaimWait seconds after which anyone can; at least the second
    /// @param costWeight_ how dear samples are, as the price formula says, in wei; not 0
    /// @param modelOwner_ the model's owner; not zero
    constructor(
        uint32 refundWait,
        uint32 ownerClaimWait,
        uint32 anyAddressClaimWait,
        uint80 costWeight_,
        address modelOwner_
    ) IncentiveMechanism64(refundWait, ownerClaimWait, anyAddressClaimWait, modelOwner_) {
        if (costWeight_ == 0) revert ZeroCostWeight();
        if (refundWait == 0) revert ZeroRefundWait();
        if (2 * uint256(refundWait) > ownerClaimWait) {
            revert WaitsOutOfOrder(refundWait, ownerClaimWait, anyAddressClaimWait);
        }
        COST_WEIGHT = costWeight_;
        _lastUpdateTime = uint40(block.timestamp);
    }

    /// @inheritdoc IIncentiveMechanism64
    function handleAddData(uint256 paid) external onlyTrainer returns (uint256 cost) {
        cost = _costAt(block.timestamp);
        if (paid < cost) revert PaymentTooLow(paid, cost);
        _countSubmitted();
        _lastUpdateTime = uint40(block.timestamp);
    }

    /// @inheritdoc IIncentiveMechanism64
    function handleRefund(address author, Claim calldata claim) external onlyTrainer returns (uint256 amount) {
        _requireUnclaimed(claim, author);
        _requireClaimable(claim);
        _requireRefundWaitOver(claim);
        _requireAgreement(claim);
        amount = claim.claimableAmount;
        _countGood(author);
        emit Refund(author, amount);
    }

    /// @inheritdoc IIncentiveMechanism64
    function handleReport(address reporter, address author, Claim calldata claim)
        external
        onlyTrainer
        returns (uint256 reward)
    {
        _requireClaimable(claim);
        reward = canTakeAll(reporter, claim.addedTime) ? claim.claimableAmount : _reward(reporter, author, claim);
        emit Report(reporter, reward);
    }

    /// @inheritdoc IIncentiveMechanism64
    function getNextAddDataCost() external view returns (uint256) {
        return _costAt(block.timestamp);
    }

    /// @inheritdoc IIncentiveMechanism64
    function getNextAddDataCost(uint256 currentTimeS) external view returns (uint256) {
        return _costAt(currentTimeS);
    }

    /// @inheritdoc IIncentiveMechanism64
    function getNextAddDataCost(int64[] calldata, uint64) external view returns (uint256) {
        return _costAt(block.timestamp);
    }

    /// @notice How dear samples are, as the price formula says, in wei.
    function costWeight() external view returns (uint80) {
        return COST_WEIGHT;
    }

    /// @notice When the last sample was added, or this mechanism deployed; seconds since 1970.
    function lastUpdateTimeS() external view returns (uint256) {
        return _lastUpdateTime;
    }

    /// @inheritdoc IIncentiveMechanism64
    function incentiveRules() external pure returns (string memory) {
        return "stakeable/2";
    }

    /// @inheritdoc IIncentiveMechanism64
    function canTakeAll(address claimer, uint256 addedTime) public view returns (bool) {
        uint256 waited = block.timestamp - addedTime;
        return waited >= anyAddressClaimWaitTimeS() || (waited >= ownerClaimWaitTimeS() && claimer == modelOwner());
    }

    /// @dev The share of a reporter, by how many of all good samples are his.
    function _reward(address reporter, address author, Claim calldata claim) private view returns (uint256 reward) {
        _requireNotAuthor(reporter, author);
        _requireUnclaimed(claim, reporter);
        _requireRefundWaitOver(claim);
        _requireDisagreement(claim);
        uint256 valid = addressStats[reporter].numValid;
        if (valid == 0) revert TooFewValidSamples(0, 1);
        reward = claim.initialDeposit * valid / totalGoodDataCount;
        if (reward == 0 || reward > claim.claimableAmount) reward = claim.claimableAmount;
    }

    function _costAt(uint256 time) private view returns (uint256) {
        uint256 divisor = SquareRoot.floor(time - _lastUpdateTime);
        uint256 dearest = uint256(COST_WEIGHT) * 1 hours;
        return divisor == 0 ? dearest : dearest / divisor;
    }
}
