// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ICollaborativeTrainer64} from "./interfaces/ICollaborativeTrainer64.sol";
import {IClassifier64} from "./interfaces/IClassifier64.sol";

/// @title The one copy of a sample in memory: what its key is hashed from, what the classifier is called with, and what
/// `AddData` logs.
/// @dev All three hold the values as one 32-byte word each, and all but the key are preceded by their number; that is how
/// an `int64[] memory` lies in memory. So a sample is copied from calldata once, with free words before it, where
/// selectors and arguments are written, and free words after it, where the rest of the key is written. Only `copy` makes
/// arrays with this room: the other functions must be given nothing else.
library SampleMemory {
    /// @dev Bytes before the array: the longest head is that of `AddData`, four words.
    uint256 private constant ROOM_BEFORE = 0x80;
    /// @dev Bytes after the array: label, time and author of the key take 60.
    uint256 private constant ROOM_AFTER = 0x40;

    /// @notice The classifier's answer to `predict` is not a class.
    error NotAPrediction(uint256 answer);

    /// @dev Copies a sample into memory, with room around it. Its words are not looked at.
    function copy(int64[] calldata data) internal pure returns (int64[] memory sample) {
        // Solidity's own copy leaves no room around it and checks each word, which the key and the classifier do anyway.
        assembly ("memory-safe") {
            sample := add(mload(0x40), ROOM_BEFORE)
            let size := shl(5, data.length)
            mstore(sample, data.length)
            calldatacopy(add(sample, 0x20), data.offset, size)
            mstore(0x40, add(add(sample, 0x20), add(size, ROOM_AFTER)))
        }
    }

    /// @dev Reverts unless each word of a sample is a 64-bit integer, so that any strict decoder can read the log.
    function requireInt64(int64[] memory sample) internal pure {
        uint256 all;
        // Shifted by 2^63, what fits 64 bits stays below 2^64, and one disjunction tells for all of them at once.
        assembly ("memory-safe") {
            let last := add(sample, shl(5, mload(sample)))
            for { let word := add(sample, 0x20) } iszero(gt(word, last)) { word := add(word, 0x20) } {
                all := or(all, add(mload(word), 0x8000000000000000))
            }
        }
        if (all > type(uint64).max) _revertForWideWord(sample);
    }

    /// @dev keccak256(abi.encodePacked(sample, classification, addedTime, author)).
    function key(int64[] memory sample, uint64 classification, uint256 addedTime, address author)
        internal
        pure
        returns (bytes32 hash)
    {
        // Packing through Solidity would copy the sample once more.
        assembly ("memory-safe") {
            let start := add(sample, 0x20)
            let size := shl(5, mload(sample))
            let rest := add(start, size)
            mstore(rest, shl(192, classification))
            mstore(add(rest, 8), addedTime)
            mstore(add(rest, 40), shl(96, author))
            hash := keccak256(start, add(size, 60))
        }
    }

    /// @dev classifier.predict(sample); what it reverts with comes through.
    function predict(int64[] memory sample, IClassifier64 classifier) internal view returns (uint64) {
        bytes4 selector = IClassifier64.predict.selector;
        bool done;
        uint256 answer;
        // Encoding through Solidity would copy the sample once more.
        assembly ("memory-safe") {
            mstore(sub(sample, 0x40), shr(224, selector))
            mstore(sub(sample, 0x20), 0x20)
            let size := add(0x44, shl(5, mload(sample)))
            done := staticcall(gas(), classifier, sub(sample, 0x24), size, 0, 0x20)
            answer := mload(0)
            if lt(returndatasize(), 0x20) { answer := not(0) }
        }
        if (!done) _bubble();
        if (answer > type(uint64).max) revert NotAPrediction(answer);
        // forge-lint: disable-next-line(unsafe-typecast) -- compared on the line above.
        return uint64(answer);
    }

    /// @dev classifier.update(sample, classification); what it reverts with comes through.
    function update(int64[] memory sample, IClassifier64 classifier, uint64 classification) internal {
        bytes4 selector = IClassifier64.update.selector;
        bool done;
        // Encoding through Solidity would copy the sample once more.
        assembly ("memory-safe") {
            mstore(sub(sample, 0x60), shr(224, selector))
            mstore(sub(sample, 0x40), 0x40)
            mstore(sub(sample, 0x20), classification)
            let size := add(0x64, shl(5, mload(sample)))
            done := call(gas(), classifier, 0, sub(sample, 0x44), size, 0, 0)
        }
        if (!done) _bubble();
    }

    /// @dev emit AddData(sample, classification, block.timestamp, msg.sender, cost).
    function emitAddData(int64[] memory sample, uint64 classification, uint256 cost) internal {
        bytes32 topic = ICollaborativeTrainer64.AddData.selector;
        // Encoding through Solidity would copy the sample once more.
        assembly ("memory-safe") {
            mstore(sub(sample, 0x80), 0x80)
            mstore(sub(sample, 0x60), classification)
            mstore(sub(sample, 0x40), timestamp())
            mstore(sub(sample, 0x20), cost)
            log2(sub(sample, 0x80), add(0xa0, shl(5, mload(sample))), topic, caller())
        }
    }

    function _revertForWideWord(int64[] memory sample) private pure {
        for (uint256 i = 0; i < sample.length; i++) {
            int256 word;
            // Solidity would drop the upper bits that this looks for.
            assembly ("memory-safe") {
                word := mload(add(add(sample, 0x20), shl(5, i)))
            }
            if (word < type(int64).min || word > type(int64).max) {
                revert ICollaborativeTrainer64.ValueOutOfRange(word);
            }
        }
    }

    /// @dev Reverts with what the last call reverted with.
    function _bubble() private pure {
        assembly ("memory-safe") {
            let free := mload(0x40)
            returndatacopy(free, 0, returndatasize())
            revert(free, returndatasize())
        }
    }
}
