// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Owned} from "./Owned.sol";
import {ICollaborativeTrainer64} from "./interfaces/ICollaborativeTrainer64.sol";
import {IDataHandler64} from "./interfaces/IDataHandler64.sol";
import {IERC165} from "./interfaces/IERC165.sol";

/// @title The book of the samples that were added: who added them, and what can still be claimed of each deposit.
contract DataHandler64 is Owned, IDataHandler64 {
    /// @dev Two slots. Claims read and write only the second: the key proves what stands in the first.
    struct Sample {
        address author;
        uint64 classification;
        uint32 addedTime;
        uint96 initialDeposit;
        uint96 claimableAmount;
        uint32 numClaims;
        bool known;
        bool authorClaimed;
        bool reported;
    }

    mapping(bytes32 key => Sample) private _samples;
    /// @dev Claims of all but the author, whose own is marked in the sample.
    mapping(bytes32 key => mapping(address stranger => bool)) private _strangerClaimed;

    /// @inheritdoc IDataHandler64
    function handleAddData(bytes32 key, uint64 classification, address sender, uint256 deposit) external onlyTrainer {
        if (deposit > type(uint96).max) revert RecordOverflow(deposit, type(uint96).max);
        if (block.timestamp > type(uint32).max) revert RecordOverflow(block.timestamp, type(uint32).max);
        Sample storage sample = _samples[key];
        if (sample.claimableAmount > 0) revert StillClaimable(key, sample.claimableAmount);
        _samples[key] = Sample({
            author: sender,
            classification: classification,
            // forge-lint: disable-next-line(unsafe-typecast) -- compared above.
            addedTime: uint32(block.timestamp),
            // forge-lint: disable-next-line(unsafe-typecast) -- compared above.
            initialDeposit: uint96(deposit),
            // forge-lint: disable-next-line(unsafe-typecast) -- compared above.
            claimableAmount: uint96(deposit),
            numClaims: 0,
            known: true,
            authorClaimed: sample.authorClaimed,
            reported: false
        });
    }

    /// @inheritdoc IDataHandler64
    function handleRefund(bytes32 key) external onlyTrainer {
        Sample storage sample = _known(key);
        sample.claimableAmount = 0;
        sample.authorClaimed = true;
        sample.numClaims += 1;
    }

    /// @inheritdoc IDataHandler64
    function handleReport(bytes32 key, address author, address reporter, uint256 reward) external onlyTrainer {
        Sample storage sample = _known(key);
        if (reward > sample.claimableAmount) revert RecordOverflow(reward, sample.claimableAmount);
        // forge-lint: disable-next-line(unsafe-typecast) -- compared on the line above.
        sample.claimableAmount -= uint96(reward);
        sample.numClaims += 1;
        sample.reported = true;
        if (reporter == author) sample.authorClaimed = true;
        else _strangerClaimed[key][reporter] = true;
    }

    /// @inheritdoc IDataHandler64
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
        )
    {
        Sample storage sample = _samples[key];
        return (
            sample.classification,
            sample.addedTime,
            sample.author,
            sample.initialDeposit,
            sample.claimableAmount,
            sample.numClaims
        );
    }

    /// @inheritdoc IDataHandler64
    function entryFor(bytes32 key, address author, address claimer) external view returns (Entry memory) {
        Sample storage sample = _known(key);
        return Entry({
            initialDeposit: sample.initialDeposit,
            claimableAmount: sample.claimableAmount,
            claimed: _claimed(sample, key, author, claimer),
            reported: sample.reported
        });
    }

    /// @inheritdoc IDataHandler64
    function getClaimableAmount(int64[] calldata data, uint64 classification, uint256 addedTime, address originalAuthor)
        external
        view
        returns (uint256)
    {
        return _known(keyOf(data, classification, addedTime, originalAuthor)).claimableAmount;
    }

    /// @inheritdoc IDataHandler64
    function getInitialDeposit(int64[] calldata data, uint64 classification, uint256 addedTime, address originalAuthor)
        external
        view
        returns (uint256)
    {
        return _known(keyOf(data, classification, addedTime, originalAuthor)).initialDeposit;
    }

    /// @inheritdoc IDataHandler64
    function getNumClaims(int64[] calldata data, uint64 classification, uint256 addedTime, address originalAuthor)
        external
        view
        returns (uint256)
    {
        return _known(keyOf(data, classification, addedTime, originalAuthor)).numClaims;
    }

    /// @inheritdoc IDataHandler64
    function hasClaimed(
        int64[] calldata data,
        uint64 classification,
        uint256 addedTime,
        address originalAuthor,
        address claimer
    ) external view returns (bool) {
        bytes32 key = keyOf(data, classification, addedTime, originalAuthor);
        return _claimed(_known(key), key, originalAuthor, claimer);
    }

    /// @inheritdoc IDataHandler64
    function hasClaimedByKey(bytes32 key, address claimer) external view returns (bool) {
        Sample storage sample = _known(key);
        return _claimed(sample, key, sample.author, claimer);
    }

    /// @inheritdoc IDataHandler64
    function wasReported(bytes32 key) external view returns (bool) {
        return _known(key).reported;
    }

    /// @inheritdoc IDataHandler64
    function keyOf(int64[] calldata data, uint64 classification, uint256 addedTime, address originalAuthor)
        public
        pure
        returns (bytes32)
    {
        return keccak256(abi.encodePacked(data, classification, addedTime, originalAuthor));
    }

    /// @inheritdoc IDataHandler64
    function isDataEqual(int64[] calldata d1, int64[] calldata d2) external pure returns (bool) {
        return keccak256(abi.encodePacked(d1)) == keccak256(abi.encodePacked(d2));
    }

    /// @inheritdoc IERC165
    function supportsInterface(bytes4 interfaceId) public view override(IERC165, Owned) returns (bool) {
        return interfaceId == type(IDataHandler64).interfaceId || super.supportsInterface(interfaceId);
    }

    /// @inheritdoc Owned
    function _partOf(ICollaborativeTrainer64 trainer) internal view override returns (address) {
        return trainer.dataHandler();
    }

    function _claimed(Sample storage sample, bytes32 key, address author, address claimer) private view returns (bool) {
        return claimer == author ? sample.authorClaimed : _strangerClaimed[key][claimer];
    }

    function _known(bytes32 key) private view returns (Sample storage sample) {
        sample = _samples[key];
        if (!sample.known) revert UnknownSample(key);
    }
}
