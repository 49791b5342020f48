// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Model} from "./Model.sol";
import {Wallet} from "./Wallet.sol";
import {CollaborativeTrainer64} from "../src/CollaborativeTrainer64.sol";
import {ICollaborativeTrainer64} from "../src/interfaces/ICollaborativeTrainer64.sol";

/// @title Every kind of wallet is paid what it is owed, and no more.
contract PaymentsTest is Model {
    Wallet private wallet;

    function setUp() external {
        deployStakeable();
        wallet = new Wallet();
        vm.deal(address(wallet), 100 ether);
        add(CAROL, values(100), 1);
    }

    function test_aWalletThatSpendsGasIsPaid() external {
        wallet.behave(Wallet.Habit.SpendGas, address(0), "");
        uint256 deposit = addFromWallet(0);
        vm.warp(START + REFUND_WAIT);
        classifier.setPrediction(1);
        wallet.run(address(trainer), 0, refundCall());
        vm.assertEq(address(wallet).balance, 100 ether);
        vm.assertEq(wallet.payments(), 1);
        vm.assertGt(deposit, 0, "a deposit was paid");
    }

    function test_changeReachesAWalletThatSpendsGas() external {
        wallet.behave(Wallet.Habit.SpendGas, address(0), "");
        uint256 deposit = addFromWallet(7 ether);
        vm.assertEq(address(wallet).balance, 100 ether - deposit);
        vm.assertEq(wallet.payments(), 1);
    }

    function test_noPaymentIsMadeWhereNothingIsOwed() external {
        addFromWallet(0);
        vm.assertEq(wallet.payments(), 0);
    }

    function test_aWalletThatRefusesItsMoneyKeepsItsClaim() external {
        uint256 deposit = addFromWallet(0);
        vm.warp(START + REFUND_WAIT);
        classifier.setPrediction(1);
        wallet.behave(Wallet.Habit.Refuse, address(0), "");
        vm.expectRevert(
            abi.encodeWithSelector(ICollaborativeTrainer64.PaymentRefused.selector, address(wallet), deposit)
        );
        wallet.run(address(trainer), 0, refundCall());
        vm.assertEq(handler.getClaimableAmount(values(1), 1, START, address(wallet)), deposit);
        vm.assertEq(mechanism.numValidForAddress(address(wallet)), 0);
        wallet.behave(Wallet.Habit.Accept, address(0), "");
        wallet.run(address(trainer), 0, refundCall());
        vm.assertEq(address(wallet).balance, 100 ether);
    }

    function test_aWalletThatClaimsAgainWhileItIsPaidGainsNothing() external {
        uint256 deposit = addFromWallet(0);
        vm.warp(START + ANY_WAIT);
        classifier.setPrediction(1);
        bytes[4] memory attempts = [
            refundCall(),
            abi.encodeCall(CollaborativeTrainer64.report, (values(1), 1, START, address(wallet))),
            abi.encodeCall(CollaborativeTrainer64.report, (values(100), 1, START, CAROL)),
            abi.encodeCall(CollaborativeTrainer64.addData, (values(3), 1))
        ];
        for (uint256 i = 0; i < attempts.length; i++) {
            uint256 state = vm.snapshotState();
            wallet.behave(Wallet.Habit.CallBack, address(trainer), attempts[i]);
            uint256 before = address(wallet).balance;
            wallet.run(address(trainer), 0, refundCall());
            vm.assertEq(address(wallet).balance - before, deposit);
            vm.assertEq(wallet.callBacksThatWorked(), 0);
            vm.assertEq(wallet.lastRefusal(), abi.encodeWithSelector(ICollaborativeTrainer64.Reentered.selector));
            vm.assertEq(mechanism.numValidForAddress(address(wallet)), 1);
            vm.revertToState(state);
        }
    }

    function test_aWalletThatAddsWhileItGetsChangeGainsNothing() external {
        bytes memory again = abi.encodeCall(CollaborativeTrainer64.addData, (values(1), 1));
        wallet.behave(Wallet.Habit.CallBackOrRefuse, address(trainer), again);
        vm.expectPartialRevert(ICollaborativeTrainer64.PaymentRefused.selector);
        wallet.run(address(trainer), 10 ether, again);
        vm.assertEq(mechanism.totalSubmitted(), 1);
    }

    function test_whileAWalletIsPaidItsClaimIsAlreadyRecorded() external {
        addFromWallet(0);
        vm.warp(START + REFUND_WAIT);
        classifier.setPrediction(1);
        bytes memory look = abi.encodeCall(this.claimIsRecorded, ());
        wallet.behave(Wallet.Habit.CallBackOrRefuse, address(this), look);
        wallet.run(address(trainer), 0, refundCall());
        vm.assertEq(wallet.callBacksThatWorked(), 1);
    }

    function test_theTrainerTakesNoMoneyWithoutASample() external {
        vm.prank(ALICE);
        (bool ok,) = address(trainer).call{value: 1}("");
        vm.assertFalse(ok);
    }

    function test_moneyForcedUponTheTrainerStaysOutOfTheBooks() external {
        uint256 deposit = add(ALICE, values(1), 1);
        vm.deal(address(trainer), address(trainer).balance + 5 ether);
        vm.warp(START + REFUND_WAIT);
        classifier.setPrediction(1);
        uint256 before = ALICE.balance;
        refund(ALICE, values(1), 1, START);
        vm.assertEq(ALICE.balance - before, deposit);
    }

    /// @dev Called by the wallet while it is being paid.
    function claimIsRecorded() external view {
        vm.assertEq(handler.getClaimableAmount(values(1), 1, START, address(wallet)), 0);
        vm.assertEq(mechanism.numValidForAddress(address(wallet)), 1);
    }

    function addFromWallet(uint256 tooMuch) private returns (uint256 deposit) {
        deposit = mechanism.getNextAddDataCost();
        wallet.run(address(trainer), deposit + tooMuch, abi.encodeCall(CollaborativeTrainer64.addData, (values(1), 1)));
    }

    function refundCall() private pure returns (bytes memory) {
        return abi.encodeCall(CollaborativeTrainer64.refund, (values(1), 1, START));
    }
}
