// SPDX-License-Identifier: MIT
pragma solidity 0.6.12;
pragma experimental ABIEncoderV2;

import {Checked} from "./Checked.sol";
import {OriginalPart} from "./OriginalPart.sol";

/// @title What the originals' two mechanisms share, for tests alone.
abstract contract OriginalIncentiveMechanism64 is OriginalPart {
    using Checked for uint256;

    struct Stats {
        uint128 numValid;
        uint128 numSubmitted;
    }

    /// @dev A claim as the trainer passes it on: the record before it, and what the model predicts now.
    struct Claim {
        uint64 label;
        uint64 prediction;
        uint256 addedTime;
        uint256 deposit;
        uint256 claimable;
        bool claimedBefore;
        uint256 numClaims;
    }

    uint32 public refundWaitTimeS;
    uint32 public ownerClaimWaitTimeS;
    uint32 public anyAddressClaimWaitTimeS;
    uint256 public totalSubmitted;
    uint256 public totalGoodDataCount;
    mapping(address => Stats) public addressStats;

    constructor(uint32 refundWait, uint32 ownerClaimWait, uint32 anyAddressClaimWait) public {
        refundWaitTimeS = refundWait;
        ownerClaimWaitTimeS = ownerClaimWait;
        anyAddressClaimWaitTimeS = anyAddressClaimWait;
    }

    function numValidForAddress(address contributor) external view returns (uint128) {
        return addressStats[contributor].numValid;
    }

    /// @dev How many of his samples were submitted is never counted.
    function _countGood(address submitter) internal {
        totalGoodDataCount = totalGoodDataCount.add(1);
        addressStats[submitter].numValid += 1;
    }

    function _age(Claim memory claim) internal view returns (uint256) {
        return now.sub(claim.addedTime);
    }
}
