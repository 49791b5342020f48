// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IPart} from "./IPart.sol";

/// @title What a sample costs, who gets its deposit back, and who is rewarded for finding a bad one.
/// @notice Amounts are in wei, waits in seconds; a wait is over when `now - addedTime >= wait`. The mechanism holds no
/// money: the trainer does, and pays what the mechanism says.
interface IIncentiveMechanism64 is IPart {
    /// @notice What is known of a sample when someone claims from its deposit.
    /// @param classification label that its author gave it
    /// @param prediction what the model takes it for now; 0 in a report whose claimer `canTakeAll`
    /// @param addedTime when it was added, in seconds since 1970
    /// @param initialDeposit what was paid for it, in wei
    /// @param claimableAmount what is left of that, in wei
    /// @param claimed whether the claimer has had his share
    /// @param reported whether anyone has reported it
    struct Claim {
        uint64 classification;
        uint64 prediction;
        uint256 addedTime;
        uint256 initialDeposit;
        uint256 claimableAmount;
        bool claimed;
        bool reported;
    }

    /// @notice The model's owner must not be the zero address.
    error ZeroModelOwner();

    /// @notice These waits, in seconds, are not in the order that the mechanism needs.
    error WaitsOutOfOrder(uint32 refundWaitTimeS, uint32 ownerClaimWaitTimeS, uint32 anyAddressClaimWaitTimeS);

    /// @notice Less was paid than the sample costs, both in wei.
    error PaymentTooLow(uint256 paid, uint256 price);

    /// @notice The claimer has had his share of this sample.
    error AlreadyClaimed(address claimer);

    /// @notice Someone has reported this sample, and it can be reported only once.
    error AlreadyReported();

    /// @notice Nothing is left of the sample's deposit.
    error NothingClaimable();

    /// @notice Too few seconds have passed since the sample was added.
    error ClaimTooEarly(uint256 waited, uint256 needed);

    /// @notice A refund needs the model to agree with the label.
    error ModelDisagrees(uint64 prediction, uint64 classification);

    /// @notice A report needs the model to disagree with the label.
    error ModelAgrees(uint64 classification);

    /// @notice No one can report his own sample.
    error OwnSample(address author);

    /// @notice The reporter has had too few samples accepted.
    error TooFewValidSamples(uint256 had, uint256 needed);

    /// @notice The rules that this mechanism follows, such as "stakeable/2"; at most 64 bytes.
    function incentiveRules() external view returns (string memory);

    /// @notice Who may take what is left of a deposit once `ownerClaimWaitTimeS` has passed. It never changes.
    function modelOwner() external view returns (address);

    /// @notice Seconds after which a sample can be refunded or reported.
    function refundWaitTimeS() external view returns (uint32);

    /// @notice Seconds after which the model's owner can take what is left.
    function ownerClaimWaitTimeS() external view returns (uint32);

    /// @notice Seconds after which anyone can take what is left.
    function anyAddressClaimWaitTimeS() external view returns (uint32);

    /// @notice How many samples were added.
    function totalSubmitted() external view returns (uint256);

    /// @notice How many samples were refunded, that is: found good.
    function totalGoodDataCount() external view returns (uint256);

    /// @notice How many samples of an address were refunded.
    function numValidForAddress(address contributor) external view returns (uint128);

    /// @notice What is counted for an address.
    /// @return numValid how many of its samples were refunded
    /// @return numSubmitted always 0: it is not counted, and stays for callers that expect it
    function addressStats(address contributor) external view returns (uint128 numValid, uint128 numSubmitted);

    /// @notice What a sample costs in this block, in wei.
    function getNextAddDataCost() external view returns (uint256);

    /// @notice What a sample costs at a time, in wei.
    /// @param currentTimeS seconds since 1970; reverts when it lies before the last sample
    function getNextAddDataCost(uint256 currentTimeS) external view returns (uint256);

    /// @notice What this sample costs in this block, in wei: as much as any other.
    function getNextAddDataCost(int64[] calldata data, uint64 classification) external view returns (uint256);

    /// @notice Whether an address may take what is left of a sample's deposit whatever the model says of it, so that the
    /// model need not be asked.
    /// @param addedTime when the sample was added, in seconds since 1970; reverts when that is yet to come
    function canTakeAll(address claimer, uint256 addedTime) external view returns (bool);

    /// @notice Prices a sample that is added now. Only the trainer may call it.
    /// @param paid what came with the sample, in wei; reverts when it is below the price
    /// @return cost how much of it is kept as the sample's deposit, in wei
    function handleAddData(uint256 paid) external returns (uint256 cost);

    /// @notice Judges an author's claim for his deposit. Only the trainer may call it.
    /// @return amount what he gets, in wei; at most what is left
    function handleRefund(address author, Claim calldata claim) external returns (uint256 amount);

    /// @notice Judges a claim that a sample is bad. Only the trainer may call it.
    /// @return reward what the reporter gets, in wei; at most what is left
    function handleReport(address reporter, address author, Claim calldata claim) external returns (uint256 reward);
}
