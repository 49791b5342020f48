// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Model} from "./Model.sol";
import {SettableClassifier} from "./SettableClassifier.sol";
import {Stakeable64} from "../src/Stakeable64.sol";
import {ICollaborativeTrainer64} from "../src/interfaces/ICollaborativeTrainer64.sol";
import {IDataHandler64} from "../src/interfaces/IDataHandler64.sol";
import {IIncentiveMechanism64} from "../src/interfaces/IIncentiveMechanism64.sol";

/// @title Deposit, refund, take, as contributors live it.
contract Stakeable64Test is Model {
    function setUp() external {
        deployStakeable();
    }

    function test_priceFallsWithTheSquareRootOfTheRest() external {
        uint16[8] memory rests = [0, 1, 3, 4, 8, 9, 3599, 3600];
        uint8[8] memory divisors = [1, 1, 1, 2, 2, 3, 59, 60];
        for (uint256 i = 0; i < rests.length; i++) {
            vm.assertEq(mechanism.getNextAddDataCost(START + rests[i]), DEAREST / divisors[i]);
        }
        vm.warp(START + 3600);
        vm.assertEq(mechanism.getNextAddDataCost(), DEAREST / 60);
        vm.assertEq(mechanism.getNextAddDataCost(values(1), 1), DEAREST / 60);
    }

    function test_priceOfATimeBeforeTheLastSampleReverts() external {
        vm.expectRevert();
        mechanism.getNextAddDataCost(START - 1);
    }

    function test_onlyAddedSamplesRaiseThePrice() external {
        vm.warp(START + 3600);
        add(ALICE, values(1), 1);
        vm.assertEq(Stakeable64(address(mechanism)).lastUpdateTimeS(), START + 3600);
        vm.warp(START + 3600 + REFUND_WAIT);
        classifier.setPrediction(1);
        refund(ALICE, values(1), 1, START + 3600);
        vm.assertEq(Stakeable64(address(mechanism)).lastUpdateTimeS(), START + 3600);
    }

    function test_addingKeepsThePriceAndReturnsTheRest() external {
        vm.warp(START + 100);
        uint256 before = ALICE.balance;
        vm.expectEmit(address(trainer));
        emit ICollaborativeTrainer64.AddData(values(1), 1, START + 100, ALICE, DEAREST / 10);
        vm.prank(ALICE);
        trainer.addData{value: 5 ether}(values(1), 1);
        vm.assertEq(before - ALICE.balance, DEAREST / 10);
        vm.assertEq(address(trainer).balance, DEAREST / 10);
        vm.assertEq(mechanism.totalSubmitted(), 1);
        vm.assertEq(handler.getInitialDeposit(values(1), 1, START + 100, ALICE), DEAREST / 10);
        vm.assertEq(classifier.learnt(1), -5);
        vm.assertEq(classifier.learntClassification(), 1);
        vm.assertEq(classifier.updates(), 1);
    }

    function test_payingAWeiTooLittleIsRefused() external {
        vm.expectRevert(abi.encodeWithSelector(IIncentiveMechanism64.PaymentTooLow.selector, DEAREST - 1, DEAREST));
        vm.prank(ALICE);
        trainer.addData{value: DEAREST - 1}(values(1), 1);
    }

    function test_refundPaysTheDepositAndCountsTheAuthor() external {
        uint256 deposit = add(ALICE, values(1), 1);
        classifier.setPrediction(1);
        vm.warp(START + REFUND_WAIT);
        uint256 before = ALICE.balance;
        vm.expectEmit(address(mechanism));
        emit Stakeable64.Refund(ALICE, deposit);
        vm.expectEmit(address(trainer));
        emit ICollaborativeTrainer64.SampleRefunded(keyOf(values(1), 1, START, ALICE), ALICE, deposit);
        refund(ALICE, values(1), 1, START);
        vm.assertEq(ALICE.balance - before, deposit);
        vm.assertEq(mechanism.numValidForAddress(ALICE), 1);
        vm.assertEq(mechanism.totalGoodDataCount(), 1);
        (uint128 valid, uint128 submitted) = mechanism.addressStats(ALICE);
        vm.assertEq(valid, 1);
        vm.assertEq(submitted, 0);
        vm.assertEq(handler.getClaimableAmount(values(1), 1, START, ALICE), 0);
        vm.assertTrue(handler.hasClaimed(values(1), 1, START, ALICE, ALICE));
        vm.assertEq(handler.getNumClaims(values(1), 1, START, ALICE), 1);
    }

    function test_refundWaitIsInclusive() external {
        add(ALICE, values(1), 1);
        classifier.setPrediction(1);
        vm.warp(START + REFUND_WAIT - 1);
        vm.expectRevert(
            abi.encodeWithSelector(IIncentiveMechanism64.ClaimTooEarly.selector, REFUND_WAIT - 1, REFUND_WAIT)
        );
        refund(ALICE, values(1), 1, START);
        vm.warp(START + REFUND_WAIT);
        refund(ALICE, values(1), 1, START);
    }

    function test_refundIsStillPossibleLongAfter() external {
        add(ALICE, values(1), 1);
        classifier.setPrediction(1);
        vm.warp(START + ANY_WAIT + 1);
        refund(ALICE, values(1), 1, START);
    }

    function test_refundNeedsTheModelToAgreeNow() external {
        add(ALICE, values(1), 1);
        vm.warp(START + REFUND_WAIT);
        vm.expectRevert(abi.encodeWithSelector(IIncentiveMechanism64.ModelDisagrees.selector, 0, 1));
        refund(ALICE, values(1), 1, START);
    }

    function test_secondRefundIsRefusedAsClaimed() external {
        add(ALICE, values(1), 1);
        classifier.setPrediction(1);
        vm.warp(START + REFUND_WAIT);
        refund(ALICE, values(1), 1, START);
        vm.expectRevert(abi.encodeWithSelector(IIncentiveMechanism64.AlreadyClaimed.selector, ALICE));
        refund(ALICE, values(1), 1, START);
    }

    function test_strangersLabelsTimesAndValuesAreUnknownSamples() external {
        add(ALICE, values(1), 1);
        vm.warp(START + REFUND_WAIT);
        unknownRefund(BOB, values(1), 1, START);
        unknownRefund(ALICE, values(2), 1, START);
        unknownRefund(ALICE, values(1), 0, START);
        unknownRefund(ALICE, values(1), 1, START + 1);
        vm.expectRevert(
            abi.encodeWithSelector(IDataHandler64.UnknownSample.selector, keyOf(values(1), 1, START, CAROL))
        );
        report(BOB, values(1), 1, START, CAROL);
    }

    function test_reporterGetsHisShareOfTheDeposit() external {
        makeGood(BOB);
        makeGood(CAROL);
        uint256 addedTime = vm.getBlockTimestamp();
        uint256 deposit = add(ALICE, values(1), 1);
        vm.warp(addedTime + REFUND_WAIT);
        uint256 before = BOB.balance;
        vm.expectEmit(address(mechanism));
        emit Stakeable64.Report(BOB, deposit / 2);
        vm.expectEmit(address(trainer));
        emit ICollaborativeTrainer64.SampleReported(keyOf(values(1), 1, addedTime, ALICE), BOB, deposit / 2);
        report(BOB, values(1), 1, addedTime, ALICE);
        vm.assertEq(BOB.balance - before, deposit / 2);
        vm.assertEq(handler.getClaimableAmount(values(1), 1, addedTime, ALICE), deposit - deposit / 2);
        vm.assertEq(handler.getInitialDeposit(values(1), 1, addedTime, ALICE), deposit);
        vm.assertTrue(handler.hasClaimed(values(1), 1, addedTime, ALICE, BOB));
        vm.assertFalse(handler.hasClaimed(values(1), 1, addedTime, ALICE, ALICE));
        vm.assertTrue(handler.hasClaimedByKey(keyOf(values(1), 1, addedTime, ALICE), BOB));
        vm.assertFalse(handler.hasClaimedByKey(keyOf(values(1), 1, addedTime, ALICE), ALICE));
        vm.assertEq(mechanism.totalGoodDataCount(), 2);
    }

    function test_lastReporterGetsOnlyWhatIsLeft() external {
        makeGood(BOB);
        uint256 addedTime = vm.getBlockTimestamp();
        uint256 deposit = add(ALICE, values(1), 1);
        makeGood(CAROL);
        report(CAROL, values(1), 1, addedTime, ALICE);
        makeGood(BOB);
        uint256 left = deposit - deposit / 2;
        uint256 before = BOB.balance;
        report(BOB, values(1), 1, addedTime, ALICE);
        vm.assertEq(BOB.balance - before, left, "two thirds of the deposit are more than what is left");
        vm.assertEq(handler.getClaimableAmount(values(1), 1, addedTime, ALICE), 0);
        vm.assertEq(handler.getNumClaims(values(1), 1, addedTime, ALICE), 2);
    }

    function test_refundAfterAReportPaysWhatIsLeft() external {
        makeGood(BOB);
        makeGood(CAROL);
        uint256 addedTime = vm.getBlockTimestamp();
        uint256 deposit = add(ALICE, values(1), 1);
        vm.warp(addedTime + REFUND_WAIT);
        report(BOB, values(1), 1, addedTime, ALICE);
        classifier.setPrediction(1);
        uint256 before = ALICE.balance;
        refund(ALICE, values(1), 1, addedTime);
        vm.assertEq(ALICE.balance - before, deposit - deposit / 2);
    }

    function test_reportingAnExhaustedSampleIsRefused() external {
        makeGood(BOB);
        uint256 addedTime = vm.getBlockTimestamp();
        add(ALICE, values(1), 1);
        vm.warp(addedTime + REFUND_WAIT);
        report(BOB, values(1), 1, addedTime, ALICE);
        vm.warp(addedTime + ANY_WAIT);
        vm.expectRevert(IIncentiveMechanism64.NothingClaimable.selector);
        report(CAROL, values(1), 1, addedTime, ALICE);
        classifier.setPrediction(1);
        vm.expectRevert(IIncentiveMechanism64.NothingClaimable.selector);
        refund(ALICE, values(1), 1, addedTime);
    }

    function test_reportNeedsTheWaitADisagreementAndAReputation() external {
        makeGood(BOB);
        uint256 addedTime = vm.getBlockTimestamp();
        add(ALICE, values(1), 1);
        vm.warp(addedTime + REFUND_WAIT - 1);
        vm.expectRevert(
            abi.encodeWithSelector(IIncentiveMechanism64.ClaimTooEarly.selector, REFUND_WAIT - 1, REFUND_WAIT)
        );
        report(BOB, values(1), 1, addedTime, ALICE);
        vm.warp(addedTime + REFUND_WAIT);
        classifier.setPrediction(1);
        vm.expectRevert(abi.encodeWithSelector(IIncentiveMechanism64.ModelAgrees.selector, 1));
        report(BOB, values(1), 1, addedTime, ALICE);
        classifier.setPrediction(0);
        vm.expectRevert(abi.encodeWithSelector(IIncentiveMechanism64.TooFewValidSamples.selector, 0, 1));
        report(CAROL, values(1), 1, addedTime, ALICE);
        report(BOB, values(1), 1, addedTime, ALICE);
    }

    function test_noOneReportsHisOwnSampleOrTwice() external {
        makeGood(ALICE);
        makeGood(BOB);
        uint256 addedTime = vm.getBlockTimestamp();
        add(ALICE, values(1), 1);
        vm.warp(addedTime + REFUND_WAIT);
        vm.expectRevert(abi.encodeWithSelector(IIncentiveMechanism64.OwnSample.selector, ALICE));
        report(ALICE, values(1), 1, addedTime, ALICE);
        report(BOB, values(1), 1, addedTime, ALICE);
        vm.expectRevert(abi.encodeWithSelector(IIncentiveMechanism64.AlreadyClaimed.selector, BOB));
        report(BOB, values(1), 1, addedTime, ALICE);
    }

    function test_modelOwnerTakesAllFromHisWaitOn() external {
        uint256 deposit = add(ALICE, values(1), 1);
        classifier.setPrediction(1);
        vm.warp(START + OWNER_WAIT - 1);
        vm.expectRevert(abi.encodeWithSelector(IIncentiveMechanism64.ModelAgrees.selector, 1));
        report(OWNER, values(1), 1, START, ALICE);
        vm.warp(START + OWNER_WAIT);
        vm.expectRevert(abi.encodeWithSelector(IIncentiveMechanism64.ModelAgrees.selector, 1));
        report(BOB, values(1), 1, START, ALICE);
        uint256 before = OWNER.balance;
        report(OWNER, values(1), 1, START, ALICE);
        vm.assertEq(OWNER.balance - before, deposit);
    }

    function test_anyoneTakesAllFromTheLastWaitOn() external {
        uint256 deposit = add(ALICE, values(1), 1);
        classifier.setPrediction(1);
        vm.warp(START + ANY_WAIT - 1);
        vm.expectRevert(abi.encodeWithSelector(IIncentiveMechanism64.ModelAgrees.selector, 1));
        report(BOB, values(1), 1, START, ALICE);
        vm.warp(START + ANY_WAIT);
        uint256 before = BOB.balance;
        report(BOB, values(1), 1, START, ALICE);
        vm.assertEq(BOB.balance - before, deposit);
    }

    function test_authorTakesHisOwnSampleAfterTheLastWait() external {
        uint256 deposit = add(ALICE, values(1), 1);
        vm.warp(START + ANY_WAIT);
        uint256 before = ALICE.balance;
        report(ALICE, values(1), 1, START, ALICE);
        vm.assertEq(ALICE.balance - before, deposit);
        vm.assertTrue(handler.hasClaimed(values(1), 1, START, ALICE, ALICE));
        vm.assertTrue(handler.hasClaimedByKey(keyOf(values(1), 1, START, ALICE), ALICE));
        vm.assertEq(mechanism.numValidForAddress(ALICE), 0);
    }

    function test_whoMayTakeAllNeedsNoPrediction() external {
        add(ALICE, values(1), 1);
        add(ALICE, values(2), 1);
        classifier.fallSilent();
        vm.warp(START + OWNER_WAIT);
        vm.assertTrue(mechanism.canTakeAll(OWNER, START));
        vm.assertFalse(mechanism.canTakeAll(BOB, START));
        vm.expectRevert(SettableClassifier.Speechless.selector);
        report(BOB, values(1), 1, START, ALICE);
        report(OWNER, values(1), 1, START, ALICE);
        vm.warp(START + ANY_WAIT);
        vm.assertTrue(mechanism.canTakeAll(BOB, START));
        report(BOB, values(2), 1, START, ALICE);
        vm.assertEq(address(trainer).balance, 0);
    }

    /// @dev Each wait ends for whoever it holds back, and for no one else.
    function testFuzz_eachWaitEndsInItsSecond(uint8 which, int8 offset, bool byOwner) external {
        uint256[3] memory waits = [uint256(REFUND_WAIT), OWNER_WAIT, ANY_WAIT];
        uint256 waited = uint256(int256(waits[which % 3]) + offset % 3);
        makeGood(BOB);
        uint256 addedTime = vm.getBlockTimestamp();
        add(ALICE, values(1), 1);
        vm.warp(addedTime + waited);
        address claimer = byOwner ? OWNER : BOB;
        bool takesAll = waited >= ANY_WAIT || (byOwner && waited >= OWNER_WAIT);
        vm.assertEq(mechanism.canTakeAll(claimer, addedTime), takesAll);
        bool allowed = takesAll || (!byOwner && waited >= REFUND_WAIT);
        if (!allowed) vm.expectRevert();
        report(claimer, values(1), 1, addedTime, ALICE);
    }

    function test_checksOfARefundComeInTheKnownOrder() external {
        makeGood(BOB);
        uint256 addedTime = vm.getBlockTimestamp();
        add(ALICE, values(1), 1);
        vm.expectPartialRevert(IIncentiveMechanism64.ClaimTooEarly.selector);
        refund(ALICE, values(1), 1, addedTime);
        vm.warp(addedTime + REFUND_WAIT);
        report(BOB, values(1), 1, addedTime, ALICE);
        vm.warp(addedTime + 1);
        vm.expectRevert(IIncentiveMechanism64.NothingClaimable.selector);
        refund(ALICE, values(1), 1, addedTime);
    }

    function test_checksOfAReportComeInTheKnownOrder() external {
        uint256 addedTime = vm.getBlockTimestamp();
        add(ALICE, values(1), 1);
        classifier.setPrediction(1);
        vm.expectPartialRevert(IIncentiveMechanism64.OwnSample.selector);
        report(ALICE, values(1), 1, addedTime, ALICE);
        vm.expectPartialRevert(IIncentiveMechanism64.ClaimTooEarly.selector);
        report(BOB, values(1), 1, addedTime, ALICE);
        vm.warp(addedTime + REFUND_WAIT);
        vm.expectPartialRevert(IIncentiveMechanism64.ModelAgrees.selector);
        report(BOB, values(1), 1, addedTime, ALICE);
        classifier.setPrediction(0);
        vm.expectPartialRevert(IIncentiveMechanism64.TooFewValidSamples.selector);
        report(BOB, values(1), 1, addedTime, ALICE);
    }

    function test_settingsThatWouldBeAbusedAreRefused() external {
        refuses(1, 2, 3, 0, OWNER, abi.encodeWithSelector(Stakeable64.ZeroCostWeight.selector));
        refuses(0, 2, 3, 1, OWNER, abi.encodeWithSelector(Stakeable64.ZeroRefundWait.selector));
        refuses(1, 2, 3, 1, address(0), abi.encodeWithSelector(IIncentiveMechanism64.ZeroModelOwner.selector));
        refusesWaits(10, 19, 30);
        refusesWaits(10, 20, 19);
        refusesWaits(type(uint32).max, type(uint32).max, type(uint32).max);
        vm.assertEq(new Stakeable64(10, 20, 20, 1, OWNER).costWeight(), 1);
    }

    function unknownRefund(address author, int64[] memory data, uint64 label, uint256 addedTime) private {
        vm.expectRevert(
            abi.encodeWithSelector(IDataHandler64.UnknownSample.selector, keyOf(data, label, addedTime, author))
        );
        refund(author, data, label, addedTime);
    }

    function refusesWaits(uint32 refundWait, uint32 ownerWait, uint32 anyWait) private {
        bytes4 disorder = IIncentiveMechanism64.WaitsOutOfOrder.selector;
        bytes memory reason = abi.encodeWithSelector(disorder, refundWait, ownerWait, anyWait);
        refuses(refundWait, ownerWait, anyWait, 1, OWNER, reason);
    }

    function refuses(
        uint32 refundWait,
        uint32 ownerWait,
        uint32 anyWait,
        uint80 weight,
        address owner,
        bytes memory reason
    ) private {
        bytes memory arguments = abi.encode(refundWait, ownerWait, anyWait, weight, owner);
        refusesCreation("Stakeable64.sol:Stakeable64", arguments, reason);
    }
}
