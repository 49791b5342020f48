// SPDX-License-Identifier: MIT
pragma solidity 0.6.12;
pragma experimental ABIEncoderV2;

import {OriginalIncentiveMechanism64} from "./OriginalIncentiveMechanism64.sol";

/// @title The rules "points/1", for tests alone: one claim in all on each sample, and waits in any order.
contract OriginalPoints64 is OriginalIncentiveMechanism64 {
    event Refund(address recipient);
    event Report(address recipient);

    constructor(uint32 refundWait, uint32 ownerClaimWait, uint32 anyAddressClaimWait)
        public
        OriginalIncentiveMechanism64(refundWait, ownerClaimWait, anyAddressClaimWait)
    {}

    function getNextAddDataCost() external pure returns (uint256) {
        return 0;
    }

    function getNextAddDataCost(uint256) external pure returns (uint256) {
        return 0;
    }

    function getNextAddDataCost(int64[] calldata, uint64) external pure returns (uint256) {
        return 0;
    }

    /// @notice Keeps nothing of what is paid.
    function handleAddData(uint256) external onlyOwner returns (uint256) {
        totalSubmitted = totalSubmitted.add(1);
        return 0;
    }

    /// @notice Counts a good sample; there is nothing to pay.
    function handleRefund(address submitter, Claim calldata claim) external onlyOwner returns (uint256) {
        require(claim.numClaims == 0, "claimed by someone");
        require(!claim.claimedBefore, "claimed before");
        require(_age(claim) >= refundWaitTimeS, "too early");
        require(claim.prediction == claim.label, "the model disagrees");
        _countGood(submitter);
        emit Refund(submitter);
        return 0;
    }

    /// @notice Takes a report, which counts for no one.
    function handleReport(address reporter, address author, Claim calldata claim) external onlyOwner returns (uint256) {
        uint256 age = _age(claim);
        require(
            age >= refundWaitTimeS || age >= anyAddressClaimWaitTimeS
                || (reporter == owner && age >= ownerClaimWaitTimeS),
            "too early"
        );
        require(claim.numClaims == 0, "claimed by someone");
        require(reporter != author, "own sample");
        require(!claim.claimedBefore, "claimed before");
        require(claim.prediction != claim.label, "the model agrees");
        emit Report(reporter);
        return 0;
    }
}
