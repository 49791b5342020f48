// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Owns a classifier in a test and puts many samples to it in one transaction.
contract Trial {
    struct Sample {
        int64[] data;
        uint64 label;
    }

    /// @notice What became of each sample, in 160 bits from the lowest: the prediction (64), whether it was given (1),
    /// whether the sample was learnt (1), 30 unused, the first bytes of what predict and update reverted with (32 each).
    event Outcomes(uint256[] words);

    uint256 private constant PARTS = 30;

    address public model;

    /// @notice Deploys the classifier, which thereby has this contract as its owner.
    function create(bytes memory code) external {
        address deployed;
        assembly ("memory-safe") {
            deployed := create(0, add(code, 32), mload(code))
        }
        require(deployed != address(0), "not deployed");
        model = deployed;
    }

    /// @notice Makes a call of an owner.
    function initialize(bytes calldata input) external {
        (bool ok,) = model.call(input);
        require(ok, "refused");
    }

    /// @notice Lets the model predict each sample and then learn it, one after the other.
    function run(Sample[] calldata samples) external {
        uint256[] memory words = new uint256[](samples.length);
        for (uint256 i = 0; i < samples.length; ++i) {
            words[i] = _try(samples[i]);
        }
        emit Outcomes(words);
    }

    /// @notice What the model answers to each of these calls; `2**256 - 1` where it reverts.
    function read(bytes[] calldata calls) external view returns (uint256[] memory words) {
        words = new uint256[](calls.length);
        for (uint256 i = 0; i < calls.length; ++i) {
            (bool ok, bytes memory answer) = model.staticcall(calls[i]);
            words[i] = ok ? abi.decode(answer, (uint256)) : type(uint256).max;
        }
    }

    /// @dev Each call gets a part of the gas, since an old contract's failed assertion burns all that it has.
    function _try(Sample calldata sample) private returns (uint256 word) {
        (bool predicted, bytes memory answer) =
            model.staticcall{gas: gasleft() / PARTS}(abi.encodeWithSignature("predict(int64[])", sample.data));
        word = predicted ? abi.decode(answer, (uint64)) | 1 << 64 : _selector(answer) << 96;
        (bool learnt, bytes memory reason) = model.call{gas: gasleft() / PARTS}(
            abi.encodeWithSignature("update(int64[],uint64)", sample.data, sample.label)
        );
        word |= learnt ? 1 << 65 : _selector(reason) << 128;
    }

    function _selector(bytes memory reason) private pure returns (uint256) {
        // forge-lint: disable-next-line(unsafe-typecast): the first four bytes are meant
        return reason.length < 4 ? 0 : uint32(bytes4(reason));
    }
}
