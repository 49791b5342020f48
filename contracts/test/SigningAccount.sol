// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @notice Contract accounts for tests of sign-in: one that honours its owner's signatures, and some that misbehave.
contract SigningAccount {
    enum Manner {
        Honest,
        Reverts,
        BurnsGas,
        AnswersMore,
        AnswersTrue
    }

    address private immutable owner;
    Manner private immutable manner;

    constructor(address owner_, Manner manner_) {
        owner = owner_;
        manner = manner_;
    }

    function isValidSignature(bytes32 digest, bytes calldata signature) external view returns (bytes4) {
        if (manner == Manner.Reverts) revert("no");
        if (manner == Manner.BurnsGas) while (true) {}
        if (manner == Manner.AnswersMore) _answer(0x1626ba7e, 64);
        if (manner == Manner.AnswersTrue) _answer(bytes4(0), 32);
        if (signature.length != 65) return 0xffffffff;
        (bytes32 r, bytes32 s) = abi.decode(signature[:64], (bytes32, bytes32));
        return ecrecover(digest, uint8(signature[64]), r, s) == owner ? this.isValidSignature.selector : bytes4(0);
    }

    function _answer(bytes4 word, uint256 length) private pure {
        assembly {
            mstore(0, word)
            mstore(32, 1)
            if iszero(word) { mstore(0, 1) }
            return(0, length)
        }
    }
}
