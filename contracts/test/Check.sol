// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Vm} from "./Vm.sol";

/// @title What every test here starts from: the test machine, and ways to aim forge's invariant runs.
abstract contract Check {
    struct FuzzSelector {
        address addr;
        bytes4[] selectors;
    }

    /// @dev forge knows a test contract by this getter.
    bool public constant IS_TEST = true;

    Vm internal constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));

    address[] private _targets;
    FuzzSelector[] private _targetSelectors;

    /// @dev forge asks this which contracts an invariant run calls.
    function targetContracts() external view returns (address[] memory) {
        return _targets;
    }

    /// @dev forge asks this which of their functions it calls.
    function targetSelectors() external view returns (FuzzSelector[] memory) {
        return _targetSelectors;
    }

    /// @dev Lets invariant runs call these functions of a contract and nothing else.
    function target(address contractToCall, bytes4[] memory selectors) internal {
        _targets.push(contractToCall);
        _targetSelectors.push(FuzzSelector(contractToCall, selectors));
    }

    /// @dev Checks that a contract cannot be created so, and that it says why. (`expectRevert` before `new` would prove
    /// nothing: forge links `new` in tests to a call of its own, whose revert ends the test as passed.)
    /// @param artifact file and name of the contract
    /// @param arguments of its constructor, ABI-encoded
    /// @param reason what it must revert with
    function refusesCreation(string memory artifact, bytes memory arguments, bytes memory reason) internal {
        bytes memory code = abi.encodePacked(vm.getCode(artifact), arguments);
        address created;
        bytes memory answer;
        assembly ("memory-safe") {
            created := create(0, add(code, 0x20), mload(code))
            answer := mload(0x40)
            mstore(answer, returndatasize())
            returndatacopy(add(answer, 0x20), 0, returndatasize())
            mstore(0x40, add(answer, and(add(returndatasize(), 0x3f), not(0x1f))))
        }
        vm.assertEq(created, address(0), "the contract was created");
        vm.assertEq(answer, reason);
    }

    /// @dev Folds a random number into a range, both ends included.
    function bound(uint256 value, uint256 least, uint256 most) internal pure returns (uint256) {
        if (value >= least && value <= most) return value;
        uint256 size = most - least + 1;
        return size == 0 ? value : least + value % size;
    }

    /// @dev Folds a random number into a range, both ends included.
    function bound(int256 value, int256 least, int256 most) internal pure returns (int256) {
        if (value >= least && value <= most) return value;
        uint256 size = uint256(most - least) + 1;
        return least + int256(uint256(value) % size);
    }
}
