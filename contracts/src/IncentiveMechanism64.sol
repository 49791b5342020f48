// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Owned} from "./Owned.sol";
import {ICollaborativeTrainer64} from "./interfaces/ICollaborativeTrainer64.sol";
import {IERC165} from "./interfaces/IERC165.sol";
import {IIncentiveMechanism64} from "./interfaces/IIncentiveMechanism64.sol";

/// @title What incentive mechanisms share: the waits, the model's owner, and who had how many samples accepted.
abstract contract IncentiveMechanism64 is Owned, IIncentiveMechanism64 {
    struct AddressStats {
        uint128 numValid;
        uint128 numSubmitted;
    }

    uint32 private immutable REFUND_WAIT_S;
    uint32 private immutable OWNER_CLAIM_WAIT_S;
    uint32 private immutable ANY_ADDRESS_CLAIM_WAIT_S;
    address private immutable MODEL_OWNER;

    uint48 private _totalSubmitted;
    /// @dev When the price last rose, for mechanisms that have one; here because it fits the slot of the owner and the
    /// number of samples, which every added sample touches.
    uint40 internal _lastUpdateTime;
    /// @inheritdoc IIncentiveMechanism64
    uint256 public totalGoodDataCount;
    /// @inheritdoc IIncentiveMechanism64
    mapping(address contributor => AddressStats) public addressStats;

    constructor(uint32 refundWait, uint32 ownerClaimWait, uint32 anyAddressClaimWait, address owner_) {
        if (owner_ == address(0)) revert ZeroModelOwner();
        if (refundWait > ownerClaimWait || ownerClaimWait > anyAddressClaimWait) {
            revert WaitsOutOfOrder(refundWait, ownerClaimWait, anyAddressClaimWait);
        }
        REFUND_WAIT_S = refundWait;
        OWNER_CLAIM_WAIT_S = ownerClaimWait;
        ANY_ADDRESS_CLAIM_WAIT_S = anyAddressClaimWait;
        MODEL_OWNER = owner_;
    }

    /// @inheritdoc IIncentiveMechanism64
    function totalSubmitted() external view returns (uint256) {
        return _totalSubmitted;
    }

    /// @inheritdoc IIncentiveMechanism64
    function numValidForAddress(address contributor) external view returns (uint128) {
        return addressStats[contributor].numValid;
    }

    /// @inheritdoc IIncentiveMechanism64
    function modelOwner() public view returns (address) {
        return MODEL_OWNER;
    }

    /// @inheritdoc IIncentiveMechanism64
    function refundWaitTimeS() public view returns (uint32) {
        return REFUND_WAIT_S;
    }

    /// @inheritdoc IIncentiveMechanism64
    function ownerClaimWaitTimeS() public view returns (uint32) {
        return OWNER_CLAIM_WAIT_S;
    }

    /// @inheritdoc IIncentiveMechanism64
    function anyAddressClaimWaitTimeS() public view returns (uint32) {
        return ANY_ADDRESS_CLAIM_WAIT_S;
    }

    /// @inheritdoc IERC165
    function supportsInterface(bytes4 interfaceId) public view override(IERC165, Owned) returns (bool) {
        return interfaceId == type(IIncentiveMechanism64).interfaceId || super.supportsInterface(interfaceId);
    }

    function _countSubmitted() internal {
        _totalSubmitted += 1;
    }

    function _countGood(address contributor) internal {
        addressStats[contributor].numValid += 1;
        totalGoodDataCount += 1;
    }

    function _requireUnclaimed(Claim calldata claim, address claimer) internal pure {
        if (claim.claimed) revert AlreadyClaimed(claimer);
    }

    function _requireClaimable(Claim calldata claim) internal pure {
        if (claim.claimableAmount == 0) revert NothingClaimable();
    }

    function _requireNotAuthor(address reporter, address author) internal pure {
        if (reporter == author) revert OwnSample(author);
    }

    function _requireRefundWaitOver(Claim calldata claim) internal view {
        uint256 waited = block.timestamp - claim.addedTime;
        if (waited < REFUND_WAIT_S) revert ClaimTooEarly(waited, REFUND_WAIT_S);
    }

    function _requireAgreement(Claim calldata claim) internal pure {
        if (claim.prediction != claim.classification) revert ModelDisagrees(claim.prediction, claim.classification);
    }

    function _requireDisagreement(Claim calldata claim) internal pure {
        if (claim.prediction == claim.classification) revert ModelAgrees(claim.classification);
    }

    /// @inheritdoc Owned
    function _partOf(ICollaborativeTrainer64 trainer) internal view override returns (address) {
        return trainer.incentiveMechanism();
    }
}
