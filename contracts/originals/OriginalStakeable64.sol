// SPDX-License-Identifier: MIT
pragma solidity 0.6.12;
pragma experimental ABIEncoderV2;

import {Checked} from "./Checked.sol";
import {OriginalIncentiveMechanism64} from "./OriginalIncentiveMechanism64.sol";

/// @title The rules "stakeable/1", for tests alone.
contract OriginalStakeable64 is OriginalIncentiveMechanism64 {
    using Checked for uint256;

    uint256 public costWeight;
    uint256 public lastUpdateTimeS;

    event Refund(address recipient, uint256 amount);
    event Report(address recipient, uint256 amount);

    constructor(uint32 refundWait, uint32 ownerClaimWait, uint32 anyAddressClaimWait, uint80 weight)
        public
        OriginalIncentiveMechanism64(refundWait, ownerClaimWait, anyAddressClaimWait)
    {
        require(refundWait <= ownerClaimWait && ownerClaimWait <= anyAddressClaimWait, "waits out of order");
        costWeight = weight;
        lastUpdateTimeS = now;
    }

    function getNextAddDataCost() external view returns (uint256) {
        return getNextAddDataCost(now);
    }

    function getNextAddDataCost(int64[] calldata, uint64) external view returns (uint256) {
        return getNextAddDataCost(now);
    }

    function getNextAddDataCost(uint256 currentTimeS) public view returns (uint256) {
        if (costWeight == 0) return 0;
        uint256 divisor = Checked.root(currentTimeS.sub(lastUpdateTimeS));
        return costWeight.mul(1 hours) / (divisor == 0 ? 1 : divisor);
    }

    /// @notice Answers the deposit to keep of what is paid.
    function handleAddData(uint256 paid) external onlyOwner returns (uint256 cost) {
        cost = getNextAddDataCost(now);
        require(paid >= cost, "payment below the price");
        totalSubmitted = totalSubmitted.add(1);
        lastUpdateTimeS = now;
    }

    /// @notice Answers what to pay to the submitter.
    function handleRefund(address submitter, Claim calldata claim) external onlyOwner returns (uint256 amount) {
        require(!claim.claimedBefore, "claimed before");
        require(claim.claimable > 0, "nothing claimable");
        require(_age(claim) >= refundWaitTimeS, "too early");
        require(claim.prediction == claim.label, "the model disagrees");
        amount = claim.claimable;
        _countGood(submitter);
        emit Refund(submitter, amount);
    }

    /// @notice Answers what to pay to the reporter.
    function handleReport(address reporter, address author, Claim calldata claim)
        external
        onlyOwner
        returns (uint256 amount)
    {
        require(claim.claimable > 0, "nothing claimable");
        uint256 age = _age(claim);
        if ((age >= ownerClaimWaitTimeS && reporter == owner) || age >= anyAddressClaimWaitTimeS) {
            amount = claim.claimable;
        } else {
            require(reporter != author, "own sample");
            require(!claim.claimedBefore, "claimed before");
            require(age >= refundWaitTimeS, "too early");
            require(claim.prediction != claim.label, "the model agrees");
            uint256 valid = addressStats[reporter].numValid;
            require(valid > 0, "no valid sample yet");
            amount = claim.deposit.mul(valid).div(totalGoodDataCount);
            if (amount == 0 || amount > claim.claimable) amount = claim.claimable;
        }
        emit Report(reporter, amount);
    }
}
