// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Model} from "./Model.sol";
import {Points64} from "../src/Points64.sol";
import {ICollaborativeTrainer64} from "../src/interfaces/ICollaborativeTrainer64.sol";
import {IIncentiveMechanism64} from "../src/interfaces/IIncentiveMechanism64.sol";

/// @title Points without money, as contributors live them.
contract Points64Test is Model {
    function setUp() external {
        deployPoints(REFUND_WAIT);
    }

    function test_samplesCostNothingAndAllMoneyComesBack() external {
        vm.assertEq(mechanism.getNextAddDataCost(), 0);
        vm.assertEq(mechanism.getNextAddDataCost(START - 1), 0);
        vm.assertEq(mechanism.getNextAddDataCost(values(1), 1), 0);
        uint256 before = ALICE.balance;
        vm.expectEmit(address(trainer));
        emit ICollaborativeTrainer64.AddData(values(1), 1, START, ALICE, 0);
        vm.prank(ALICE);
        trainer.addData{value: 3 ether}(values(1), 1);
        vm.assertEq(ALICE.balance, before);
        vm.assertEq(address(trainer).balance, 0);
        vm.assertEq(mechanism.totalSubmitted(), 1);
    }

    function test_refundCountsForTheAuthor() external {
        add(ALICE, values(1), 1);
        classifier.setPrediction(1);
        vm.warp(START + REFUND_WAIT);
        vm.expectEmit(address(mechanism));
        emit Points64.Refund(ALICE);
        vm.expectEmit(address(trainer));
        emit ICollaborativeTrainer64.SampleRefunded(keyOf(values(1), 1, START, ALICE), ALICE, 0);
        refund(ALICE, values(1), 1, START);
        vm.assertEq(mechanism.numValidForAddress(ALICE), 1);
        vm.assertEq(mechanism.totalGoodDataCount(), 1);
        vm.expectRevert(abi.encodeWithSelector(IIncentiveMechanism64.AlreadyClaimed.selector, ALICE));
        refund(ALICE, values(1), 1, START);
    }

    function test_reportCountsForNoOne() external {
        add(ALICE, values(1), 1);
        vm.warp(START + REFUND_WAIT);
        vm.expectEmit(address(mechanism));
        emit Points64.Report(BOB);
        vm.expectEmit(address(trainer));
        emit ICollaborativeTrainer64.SampleReported(keyOf(values(1), 1, START, ALICE), BOB, 0);
        report(BOB, values(1), 1, START, ALICE);
        vm.assertEq(mechanism.numValidForAddress(BOB), 0);
        vm.assertEq(mechanism.totalGoodDataCount(), 0);
        vm.assertEq(handler.getNumClaims(values(1), 1, START, ALICE), 1);
        vm.assertTrue(handler.wasReported(keyOf(values(1), 1, START, ALICE)));
    }

    function test_aSampleIsRefundedAndThenReported() external {
        add(ALICE, values(1), 1);
        vm.warp(START + REFUND_WAIT);
        classifier.setPrediction(1);
        refund(ALICE, values(1), 1, START);
        classifier.setPrediction(0);
        report(BOB, values(1), 1, START, ALICE);
        vm.assertEq(handler.getNumClaims(values(1), 1, START, ALICE), 2);
    }

    function test_aSampleIsReportedAndThenRefunded() external {
        add(ALICE, values(1), 1);
        vm.warp(START + REFUND_WAIT);
        report(BOB, values(1), 1, START, ALICE);
        classifier.setPrediction(1);
        refund(ALICE, values(1), 1, START);
        vm.assertEq(handler.getNumClaims(values(1), 1, START, ALICE), 2);
    }

    function test_onlyTheFirstReportCounts() external {
        add(ALICE, values(1), 1);
        vm.warp(START + REFUND_WAIT);
        report(BOB, values(1), 1, START, ALICE);
        vm.expectRevert(IIncentiveMechanism64.AlreadyReported.selector);
        report(CAROL, values(1), 1, START, ALICE);
        vm.expectRevert(IIncentiveMechanism64.AlreadyReported.selector);
        report(BOB, values(1), 1, START, ALICE);
    }

    function test_reportingOnesOwnSampleIsRefusedEvenAfterAllWaits() external {
        add(ALICE, values(1), 1);
        vm.warp(START + ANY_WAIT);
        vm.expectRevert(abi.encodeWithSelector(IIncentiveMechanism64.OwnSample.selector, ALICE));
        report(ALICE, values(1), 1, START, ALICE);
    }

    function test_modelOwnerReportsLikeAnyoneElse() external {
        add(ALICE, values(1), 1);
        classifier.setPrediction(1);
        vm.warp(START + ANY_WAIT);
        vm.expectRevert(abi.encodeWithSelector(IIncentiveMechanism64.ModelAgrees.selector, 1));
        report(OWNER, values(1), 1, START, ALICE);
    }

    function test_waitIsInclusiveForBothClaims() external {
        add(ALICE, values(1), 1);
        vm.warp(START + REFUND_WAIT - 1);
        bytes memory tooEarly =
            abi.encodeWithSelector(IIncentiveMechanism64.ClaimTooEarly.selector, REFUND_WAIT - 1, REFUND_WAIT);
        vm.expectRevert(tooEarly);
        report(BOB, values(1), 1, START, ALICE);
        classifier.setPrediction(1);
        vm.expectRevert(tooEarly);
        refund(ALICE, values(1), 1, START);
        vm.warp(START + REFUND_WAIT);
        refund(ALICE, values(1), 1, START);
        classifier.setPrediction(0);
        report(BOB, values(1), 1, START, ALICE);
    }

    function test_checksComeInTheKnownOrder() external {
        add(ALICE, values(1), 1);
        classifier.setPrediction(1);
        vm.expectPartialRevert(IIncentiveMechanism64.ClaimTooEarly.selector);
        report(ALICE, values(1), 1, START, ALICE);
        vm.warp(START + REFUND_WAIT);
        vm.expectPartialRevert(IIncentiveMechanism64.OwnSample.selector);
        report(ALICE, values(1), 1, START, ALICE);
        vm.expectPartialRevert(IIncentiveMechanism64.ModelAgrees.selector);
        report(BOB, values(1), 1, START, ALICE);
        refund(ALICE, values(1), 1, START);
        vm.warp(START);
        vm.expectPartialRevert(IIncentiveMechanism64.AlreadyClaimed.selector);
        refund(ALICE, values(1), 1, START);
    }

    function test_equalSamplesOfOneSecondShareARecordAndKeepTheMarks() external {
        deployPoints(0);
        classifier.setPrediction(1);
        add(ALICE, values(1), 1);
        refund(ALICE, values(1), 1, START);
        vm.assertEq(handler.getNumClaims(values(1), 1, START, ALICE), 1);
        add(ALICE, values(1), 1);
        vm.assertEq(handler.getNumClaims(values(1), 1, START, ALICE), 0, "a new sample has no claims");
        vm.assertEq(mechanism.totalSubmitted(), 2);
        vm.expectRevert(abi.encodeWithSelector(IIncentiveMechanism64.AlreadyClaimed.selector, ALICE));
        refund(ALICE, values(1), 1, START);
    }

    function test_whoReportedTheFirstOfEqualSamplesCannotReportTheSecond() external {
        deployPoints(0);
        add(ALICE, values(1), 1);
        report(BOB, values(1), 1, START, ALICE);
        add(ALICE, values(1), 1);
        vm.expectRevert(abi.encodeWithSelector(IIncentiveMechanism64.AlreadyClaimed.selector, BOB));
        report(BOB, values(1), 1, START, ALICE);
        report(CAROL, values(1), 1, START, ALICE);
    }

    function test_waitsOutOfOrderAreRefused() external {
        bytes4 disorder = IIncentiveMechanism64.WaitsOutOfOrder.selector;
        refuses(2, 1, 3, OWNER, abi.encodeWithSelector(disorder, 2, 1, 3));
        refuses(1, 3, 2, OWNER, abi.encodeWithSelector(disorder, 1, 3, 2));
        refuses(0, 0, 0, address(0), abi.encodeWithSelector(IIncentiveMechanism64.ZeroModelOwner.selector));
        Points64 none = new Points64(0, 0, 0, OWNER);
        vm.assertEq(none.modelOwner(), OWNER);
    }

    function refuses(uint32 refundWait, uint32 ownerWait, uint32 anyWait, address owner, bytes memory reason) private {
        refusesCreation("Points64.sol:Points64", abi.encode(refundWait, ownerWait, anyWait, owner), reason);
    }
}
