// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IPart} from "./IPart.sol";

/// @title The book of the samples that were added: who added them, and what can still be claimed of each deposit.
/// @notice The key of a sample is `keccak256(abi.encodePacked(data, classification, addedTime, sender))`. All amounts are
/// in wei, all times in seconds since 1970. A sample that takes the key of an earlier one of which nothing can be claimed
/// replaces it, but whoever claimed from the earlier one cannot claim again.
interface IDataHandler64 is IPart {
    /// @notice What a claimer needs to know of a sample.
    /// @param initialDeposit what was paid for the sample, in wei
    /// @param claimableAmount what is left of it, in wei
    /// @param claimed whether the claimer has had his share
    /// @param reported whether anyone has reported the sample
    struct Entry {
        uint256 initialDeposit;
        uint256 claimableAmount;
        bool claimed;
        bool reported;
    }

    /// @notice No sample was recorded under this key.
    error UnknownSample(bytes32 key);

    /// @notice The same sample was added by the same sender in this very second, and some of its deposit is left.
    error StillClaimable(bytes32 key, uint256 claimableAmount);

    /// @notice A number is too large for the record.
    error RecordOverflow(uint256 had, uint256 most);

    /// @notice The record of a sample; all zero for an unknown key.
    /// @return c label that its author gave it
    /// @return t when it was added
    /// @return sender its author
    /// @return initialDeposit what was paid for it, in wei
    /// @return claimableAmount what can still be claimed of that, in wei
    /// @return numClaims how many refunds and reports were paid
    function addedData(bytes32 key)
        external
        view
        returns (
            uint64 c,
            uint256 t,
            address sender,
            uint256 initialDeposit,
            uint256 claimableAmount,
            uint256 numClaims
        );

    /// @notice The key of a sample.
    function keyOf(int64[] calldata data, uint64 classification, uint256 addedTime, address originalAuthor)
        external
        pure
        returns (bytes32);

    /// @notice Whether two samples hold the same values in the same order.
    function isDataEqual(int64[] calldata d1, int64[] calldata d2) external pure returns (bool);

    /// @notice What can still be claimed of a sample's deposit, in wei; reverts for an unknown sample.
    function getClaimableAmount(int64[] calldata data, uint64 classification, uint256 addedTime, address originalAuthor)
        external
        view
        returns (uint256);

    /// @notice What was paid for a sample, in wei; reverts for an unknown sample.
    function getInitialDeposit(int64[] calldata data, uint64 classification, uint256 addedTime, address originalAuthor)
        external
        view
        returns (uint256);

    /// @notice How many refunds and reports a sample has had; reverts for an unknown sample.
    function getNumClaims(int64[] calldata data, uint64 classification, uint256 addedTime, address originalAuthor)
        external
        view
        returns (uint256);

    /// @notice Whether `claimer` has claimed from a sample; reverts for an unknown sample.
    function hasClaimed(
        int64[] calldata data,
        uint64 classification,
        uint256 addedTime,
        address originalAuthor,
        address claimer
    ) external view returns (bool);

    /// @notice Whether `claimer` has claimed from the sample of this key; reverts for an unknown sample.
    function hasClaimedByKey(bytes32 key, address claimer) external view returns (bool);

    /// @notice Whether anyone has reported the sample of this key; reverts for an unknown sample.
    function wasReported(bytes32 key) external view returns (bool);

    /// @notice What a claimer needs to know of a sample; reverts for an unknown key.
    /// @param key the sample's key
    /// @param author who added it, as the key says: the handler does not look, so only who made the key can ask
    /// @param claimer who wants to claim
    function entryFor(bytes32 key, address author, address claimer) external view returns (Entry memory);

    /// @notice Records a sample added now. Only the trainer may call it.
    /// @param deposit what is kept for it, in wei
    function handleAddData(bytes32 key, uint64 classification, address sender, uint256 deposit) external;

    /// @notice Records that a known sample's author took back all that was left. Only the trainer may call it.
    function handleRefund(bytes32 key) external;

    /// @notice Records that a known sample was reported. Only the trainer may call it.
    /// @param author who added it, as the key says
    /// @param reward what the reporter gets out of the deposit, in wei; at most what is left
    function handleReport(bytes32 key, address author, address reporter, uint256 reward) external;
}
