// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Model} from "./Model.sol";

/// @title Everything lies in storage where INCENTIVE-RULES.md says, for those who prove a model's state by its slots.
contract StorageTest is Model {
    uint256 private addedTime;
    bytes32 private key;

    function setUp() external {
        deployStakeable();
        makeGood(BOB);
        makeGood(CAROL);
        addedTime = vm.getBlockTimestamp();
        key = keyOf(values(1), 1, addedTime, ALICE);
    }

    function test_aSampleTakesTwoSlots() external {
        uint256 deposit = add(ALICE, values(1), 1);
        uint256 first = read(address(handler), sampleSlot());
        vm.assertEq(part(first, 0, 20), uint160(ALICE));
        vm.assertEq(part(first, 20, 8), 1);
        vm.assertEq(part(first, 28, 4), addedTime);
        uint256 second = read(address(handler), sampleSlot() + 1);
        vm.assertEq(part(second, 0, 12), deposit);
        vm.assertEq(part(second, 12, 12), deposit);
        vm.assertEq(part(second, 24, 4), 0);
        vm.assertEq(part(second, 28, 4), 1);
    }

    function test_claimsAreMarkedWhereTheyAreSaidToBe() external {
        uint256 deposit = add(ALICE, values(1), 1);
        vm.warp(addedTime + REFUND_WAIT);
        report(BOB, values(1), 1, addedTime, ALICE);
        uint256 mark = uint256(keccak256(abi.encode(BOB, keccak256(abi.encode(key, 2)))));
        vm.assertEq(read(address(handler), mark), 1);
        uint256 second = read(address(handler), sampleSlot() + 1);
        vm.assertEq(part(second, 12, 12), deposit - deposit / 2);
        vm.assertEq(part(second, 24, 8), 0x0001_00_01_00000001, "one claim, known, reported");
        classifier.setPrediction(1);
        refund(ALICE, values(1), 1, addedTime);
        second = read(address(handler), sampleSlot() + 1);
        vm.assertEq(part(second, 12, 12), 0);
        vm.assertEq(part(second, 24, 8), 0x0001_01_01_00000002, "two claims, known, author's, reported");
    }

    function test_theMechanismCountsInItsFirstSlots() external view {
        uint256 first = read(address(mechanism), 0);
        vm.assertEq(part(first, 0, 20), uint160(address(trainer)));
        vm.assertEq(part(first, 20, 1), 1);
        vm.assertEq(part(first, 21, 6), 2);
        vm.assertEq(part(first, 27, 5), addedTime - REFUND_WAIT);
        vm.assertEq(read(address(mechanism), 1), 2);
        vm.assertEq(read(address(mechanism), uint256(keccak256(abi.encode(BOB, 2)))), 1);
    }

    function test_theTrainerKeepsTextsAndItsDoor() external view {
        vm.assertEq(part(read(address(trainer), 0), 28, 4), uint32(bytes4("Spam")));
        vm.assertEq(part(read(address(trainer), 2), 28, 4), uint32(bytes4("none")));
        vm.assertEq(read(address(trainer), 3), 1);
        vm.assertEq(part(read(address(handler), 0), 0, 21), (uint256(1) << 160) | uint160(address(trainer)));
    }

    function sampleSlot() private view returns (uint256) {
        return uint256(keccak256(abi.encode(key, 1)));
    }

    function read(address from, uint256 slot) private view returns (uint256) {
        return uint256(vm.load(from, bytes32(slot)));
    }

    function part(uint256 word, uint256 offset, uint256 size) private pure returns (uint256) {
        return (word >> (8 * offset)) & ((1 << (8 * size)) - 1);
    }
}
