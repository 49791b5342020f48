// SPDX-License-Identifier: MIT
pragma solidity 0.6.12;
pragma experimental ABIEncoderV2;

import {Checked} from "./Checked.sol";
import {OriginalPart} from "./OriginalPart.sol";

/// @title The book of a model's samples by the originals' rules, for tests alone.
/// @dev A record whose deposit is used up is overwritten by an equal sample of the same second; who claimed from the first
/// one stays marked.
contract OriginalDataHandler64 is OriginalPart {
    using Checked for uint256;

    struct Entry {
        uint64 c;
        uint256 t;
        address sender;
        uint256 initialDeposit;
        uint256 claimableAmount;
        uint256 numClaims;
        mapping(address => bool) claimedBy;
    }

    mapping(bytes32 => Entry) public addedData;

    /// @notice Records a sample of this block, whatever was paid for it.
    function handleAddData(address sender, uint256 deposit, int64[] calldata data, uint64 classification)
        external
        onlyOwner
    {
        // solhint-disable-next-line not-rely-on-time
        bytes32 key = keccak256(abi.encodePacked(data, classification, now, sender));
        Entry storage entry = addedData[key];
        require(entry.claimableAmount == 0, "an equal sample is still claimable");
        entry.c = classification;
        entry.t = now;
        entry.sender = sender;
        entry.initialDeposit = deposit;
        entry.claimableAmount = deposit;
        entry.numClaims = 0;
    }

    /// @notice Marks a refund and answers what the record said before it.
    function handleRefund(address submitter, int64[] calldata data, uint64 classification, uint256 addedTime)
        external
        onlyOwner
        returns (uint256 claimable, bool claimed, uint256 numClaims)
    {
        Entry storage entry = _find(data, classification, addedTime, submitter);
        claimable = entry.claimableAmount;
        claimed = entry.claimedBy[submitter];
        numClaims = entry.numClaims;
        entry.claimableAmount = 0;
        entry.claimedBy[submitter] = true;
        entry.numClaims = numClaims.add(1);
    }

    /// @notice Marks a report and answers what the record said before it.
    function handleReport(
        address reporter,
        int64[] calldata data,
        uint64 classification,
        uint256 addedTime,
        address author
    ) external onlyOwner returns (uint256 deposit, uint256 claimable, bool claimed, uint256 numClaims, bytes32 key) {
        key = keccak256(abi.encodePacked(data, classification, addedTime, author));
        Entry storage entry = _find(data, classification, addedTime, author);
        deposit = entry.initialDeposit;
        claimable = entry.claimableAmount;
        claimed = entry.claimedBy[reporter];
        numClaims = entry.numClaims;
        entry.claimedBy[reporter] = true;
        entry.numClaims = numClaims.add(1);
    }

    /// @notice Takes a reporter's reward out of what is claimable.
    function takeReward(bytes32 key, uint256 reward) external onlyOwner {
        addedData[key].claimableAmount = addedData[key].claimableAmount.sub(reward);
    }

    function getClaimableAmount(int64[] calldata data, uint64 classification, uint256 addedTime, address author)
        external
        view
        returns (uint256)
    {
        return _find(data, classification, addedTime, author).claimableAmount;
    }

    function getInitialDeposit(int64[] calldata data, uint64 classification, uint256 addedTime, address author)
        external
        view
        returns (uint256)
    {
        return _find(data, classification, addedTime, author).initialDeposit;
    }

    function getNumClaims(int64[] calldata data, uint64 classification, uint256 addedTime, address author)
        external
        view
        returns (uint256)
    {
        return _find(data, classification, addedTime, author).numClaims;
    }

    function hasClaimed(
        int64[] calldata data,
        uint64 classification,
        uint256 addedTime,
        address author,
        address claimer
    ) external view returns (bool) {
        return _find(data, classification, addedTime, author).claimedBy[claimer];
    }

    function isDataEqual(int64[] calldata first, int64[] calldata second) external pure returns (bool) {
        return keccak256(abi.encodePacked(first)) == keccak256(abi.encodePacked(second));
    }

    function _find(int64[] calldata data, uint64 classification, uint256 addedTime, address author)
        private
        view
        returns (Entry storage entry)
    {
        entry = addedData[keccak256(abi.encodePacked(data, classification, addedTime, author))];
        require(entry.sender != address(0), "no such sample");
    }
}
