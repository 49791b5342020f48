// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title A contract that emits whatever logs it is told to, true or not.
contract Forger {
    event AddData(int64[] d, uint64 c, uint256 t, address indexed sender, uint256 cost);
    event Refund(address recipient, uint256 amount);
    event SampleRefunded(bytes32 indexed key, address indexed author, uint256 amount);

    /// @notice Emits one log of any topics and bytes.
    function emitLog(bytes32[] memory topics, bytes memory data) public {
        uint256 count = topics.length;
        assembly ("memory-safe") {
            let at := add(data, 32)
            let size := mload(data)
            switch count
            case 0 { log0(at, size) }
            case 1 { log1(at, size, mload(add(topics, 32))) }
            case 2 { log2(at, size, mload(add(topics, 32)), mload(add(topics, 64))) }
            case 3 { log3(at, size, mload(add(topics, 32)), mload(add(topics, 64)), mload(add(topics, 96))) }
            default {
                log4(
                    at,
                    size,
                    mload(add(topics, 32)),
                    mload(add(topics, 64)),
                    mload(add(topics, 96)),
                    mload(add(topics, 128))
                )
            }
        }
    }

    /// @notice Emits what a mechanism and a trainer of ours say of one refund.
    function emitClaim(address recipient, uint256 amount, bytes32 key) external {
        emit Refund(recipient, amount);
        emit SampleRefunded(key, recipient, amount);
    }

    /// @notice Emits many well-formed samples whose features count up from a first one.
    function addMany(uint256 count, uint256 width, int64 first) external {
        int64[] memory d = new int64[](width);
        for (uint256 i = 0; i < count; i++) {
            for (uint256 j = 0; j < width; j++) {
                unchecked {
                    d[j] = first + int64(uint64(i * width + j));
                }
            }
            emit AddData(d, uint64(i % 3), block.timestamp, msg.sender, i);
        }
    }
}
