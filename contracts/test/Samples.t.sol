// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Model} from "./Model.sol";
import {SettableClassifier} from "./SettableClassifier.sol";
import {Vm} from "./Vm.sol";
import {ICollaborativeTrainer64} from "../src/interfaces/ICollaborativeTrainer64.sol";
import {IDataHandler64} from "../src/interfaces/IDataHandler64.sol";
import {SampleMemory} from "../src/SampleMemory.sol";
import {SquareRoot} from "../src/SquareRoot.sol";

/// @title What becomes of a sample's values and of its record.
contract SamplesTest is Model {
    function setUp() external {
        deployStakeable();
    }

    function testFuzz_valuesReachKeyModelAndLogUnchanged(int64[] calldata data, uint64 label, uint8 predicted)
        external
    {
        vm.assume(data.length == 0 || data[0] != 13);
        vm.recordLogs();
        uint256 deposit = add(ALICE, data, label);
        checkLog(vm.getRecordedLogs(), data, label, deposit);
        for (uint256 i = 0; i < data.length; i++) {
            vm.assertEq(classifier.learnt(i), data[i]);
        }
        vm.assertEq(classifier.learntClassification(), label);
        (uint64 c, uint256 t, address sender, uint256 initialDeposit, uint256 claimable, uint256 claims) =
            handler.addedData(keyOf(data, label, START, ALICE));
        vm.assertEq(c, label);
        vm.assertEq(t, START);
        vm.assertEq(sender, ALICE);
        vm.assertEq(initialDeposit, deposit);
        vm.assertEq(claimable, deposit);
        vm.assertEq(claims, 0);
        vm.assertEq(handler.keyOf(data, label, START, ALICE), keyOf(data, label, START, ALICE));
        vm.warp(START + REFUND_WAIT);
        classifier.setPrediction(predicted);
        if (predicted != label) vm.expectRevert();
        refund(ALICE, data, label, START);
    }

    function test_emptySamplesAreCarriedAsSuch() external {
        int64[] memory none = new int64[](0);
        add(ALICE, none, 0);
        vm.warp(START + REFUND_WAIT);
        refund(ALICE, none, 0, START);
        vm.assertEq(mechanism.numValidForAddress(ALICE), 1);
    }

    function test_samplesAreEqualWhenAllTheirValuesAre() external view {
        vm.assertTrue(handler.isDataEqual(values(7), values(7)));
        vm.assertTrue(handler.isDataEqual(new int64[](0), new int64[](0)));
        vm.assertFalse(handler.isDataEqual(values(7), values(-7)));
        vm.assertFalse(handler.isDataEqual(values(0), new int64[](2)));
        vm.assertFalse(handler.isDataEqual(values(0), new int64[](0)));
    }

    function test_refusalsOfTheModelComeThrough() external {
        bytes memory refusal = abi.encodeWithSelector(SettableClassifier.TooLarge.selector, 13);
        vm.expectRevert(refusal);
        vm.prank(ALICE);
        trainer.addData{value: DEAREST}(values(13), 1);
        vm.assertEq(mechanism.totalSubmitted(), 0);
    }

    function testFuzz_wordsThatAreNo64BitIntegersAreRefused(int256 word, uint8 position) external {
        vm.assume(word < type(int64).min || word > type(int64).max);
        bytes memory callData = abi.encodeCall(ICollaborativeTrainer64.addData, (values(1), 1));
        uint256 offset = 4 + 32 * (3 + uint256(position) % 3) + 32;
        assembly {
            mstore(add(callData, offset), word)
        }
        vm.prank(ALICE);
        (bool ok, bytes memory answer) = address(trainer).call{value: DEAREST}(callData);
        vm.assertFalse(ok);
        vm.assertEq(answer, abi.encodeWithSelector(ICollaborativeTrainer64.ValueOutOfRange.selector, word));
    }

    function test_aRangeThatReachesBeyondTheCalldataIsRefused() external {
        bytes memory callData = abi.encodeCall(ICollaborativeTrainer64.addData, (values(1), 1));
        assembly {
            mstore(add(callData, add(36, 0x40)), 4)
        }
        vm.prank(ALICE);
        (bool ok,) = address(trainer).call{value: DEAREST}(callData);
        vm.assertFalse(ok);
    }

    function test_anEqualSampleInTheSameSecondIsRefusedWhileTheFirstHasMoney() external {
        uint256 deposit = add(ALICE, values(1), 1);
        vm.expectRevert(
            abi.encodeWithSelector(IDataHandler64.StillClaimable.selector, keyOf(values(1), 1, START, ALICE), deposit)
        );
        vm.prank(ALICE);
        trainer.addData{value: DEAREST}(values(1), 1);
        add(BOB, values(1), 1);
        add(ALICE, values(1), 0);
        vm.warp(START + 1);
        add(ALICE, values(1), 1);
        vm.assertEq(mechanism.totalSubmitted(), 4);
    }

    function test_unknownSamplesRevertInEveryGetterThatNeedsOne() external {
        bytes32 key = keyOf(values(1), 1, START, ALICE);
        bytes memory unknown = abi.encodeWithSelector(IDataHandler64.UnknownSample.selector, key);
        vm.expectRevert(unknown);
        handler.getClaimableAmount(values(1), 1, START, ALICE);
        vm.expectRevert(unknown);
        handler.getInitialDeposit(values(1), 1, START, ALICE);
        vm.expectRevert(unknown);
        handler.getNumClaims(values(1), 1, START, ALICE);
        vm.expectRevert(unknown);
        handler.hasClaimed(values(1), 1, START, ALICE, BOB);
        vm.expectRevert(unknown);
        handler.wasReported(key);
        vm.expectRevert(unknown);
        handler.hasClaimedByKey(key, BOB);
        vm.expectRevert(unknown);
        handler.entryFor(key, ALICE, BOB);
        (, uint256 t, address sender,,,) = handler.addedData(key);
        vm.assertEq(t, 0);
        vm.assertEq(sender, address(0));
    }

    function test_recordsThatDoNotFitAreRefused() external {
        vm.startPrank(address(trainer));
        uint256 most = type(uint96).max;
        vm.expectRevert(abi.encodeWithSelector(IDataHandler64.RecordOverflow.selector, most + 1, most));
        handler.handleAddData(bytes32(uint256(1)), 1, ALICE, most + 1);
        handler.handleAddData(bytes32(uint256(1)), 1, ALICE, most);
        vm.expectRevert(abi.encodeWithSelector(IDataHandler64.RecordOverflow.selector, most + 1, most));
        handler.handleReport(bytes32(uint256(1)), ALICE, BOB, most + 1);
        vm.warp(uint256(type(uint32).max) + 1);
        vm.expectRevert(
            abi.encodeWithSelector(IDataHandler64.RecordOverflow.selector, vm.getBlockTimestamp(), type(uint32).max)
        );
        handler.handleAddData(bytes32(uint256(2)), 1, ALICE, 1);
    }

    function test_anAnswerThatIsNoClassIsRefused() external {
        uint256 deposit = add(ALICE, values(1), 1);
        vm.warp(START + REFUND_WAIT);
        // Answers 2^64 to everything, then nothing to everything.
        bytes[2] memory codes = [bytes(hex"6801000000000000000060005260206000f3"), hex"00"];
        uint256[2] memory answers = [uint256(1) << 64, type(uint256).max];
        for (uint256 i = 0; i < codes.length; i++) {
            vm.etch(address(classifier), codes[i]);
            vm.expectRevert(abi.encodeWithSelector(SampleMemory.NotAPrediction.selector, answers[i]));
            refund(ALICE, values(1), 1, START);
        }
        vm.assertEq(handler.getClaimableAmount(values(1), 1, START, ALICE), deposit);
    }

    function testFuzz_squareRootIsTheLargestThatFits(uint256 x, uint8 shift) external pure {
        x >>= shift;
        uint256 root = SquareRoot.floor(x);
        vm.assertTrue(root <= type(uint128).max && root * root <= x);
        vm.assertTrue(root == type(uint128).max || (root + 1) * (root + 1) > x);
    }

    function test_squareRootAtItsEdges() external pure {
        vm.assertEq(SquareRoot.floor(0), 0);
        vm.assertEq(SquareRoot.floor(1), 1);
        vm.assertEq(SquareRoot.floor(3), 1);
        vm.assertEq(SquareRoot.floor(4), 2);
        vm.assertEq(SquareRoot.floor(type(uint256).max), type(uint128).max);
        for (uint256 root = 1; root < 300; root++) {
            vm.assertEq(SquareRoot.floor(root * root), root);
            vm.assertEq(SquareRoot.floor(root * root - 1), root - 1);
        }
    }

    function checkLog(Vm.Log[] memory logs, int64[] calldata data, uint64 label, uint256 deposit) private view {
        vm.assertEq(logs.length, 1);
        vm.assertEq(logs[0].emitter, address(trainer));
        vm.assertEq(logs[0].topics.length, 2);
        vm.assertEq(logs[0].topics[0], ICollaborativeTrainer64.AddData.selector);
        vm.assertEq(logs[0].topics[1], bytes32(uint256(uint160(ALICE))));
        vm.assertEq(logs[0].data, abi.encode(data, label, START, deposit));
    }
}
