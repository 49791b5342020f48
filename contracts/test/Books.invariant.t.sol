// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Crowd} from "./Crowd.sol";
import {Model} from "./Model.sol";
import {Wallet} from "./Wallet.sol";

/// @dev What must hold after anything that a crowd may do. One of the crowd is a contract that tries to claim again
/// whenever it is paid.
abstract contract BooksTest is Model {
    Crowd internal crowd;

    function invariant_booksBalance() external view {
        booksBalance();
    }

    /// @dev One long random walk, which also shows that the crowd gets something done.
    function test_aLongHistoryBalances() external {
        uint256 seed = 20250711;
        for (uint256 i = 0; i < 400; i++) {
            seed = uint256(keccak256(abi.encode(seed)));
            uint256 act = seed % 12;
            (uint256 who, uint256 which) = (seed >> 16, seed >> 32);
            if (act < 5) crowd.add(who, int8(int256(seed >> 64)), uint64(seed >> 72), uint96(seed >> 136), act == 0);
            else if (act < 7) crowd.refund(who, which);
            else if (act < 10) crowd.report(who, which);
            else if (act < 11) crowd.wait(which);
            else crowd.changeMind(uint64(which));
        }
        booksBalance();
        vm.assertGt(crowd.added(), 100, "samples");
        vm.assertGt(crowd.refunds(), 10, "refunds");
        vm.assertGt(crowd.reports(), 10, "reports");
        vm.assertGt(crowd.refusals(), 10, "refusals");
    }

    function booksBalance() private view {
        vm.assertEq(crowd.difference(), "");
        vm.assertEq(address(trainer).balance, crowd.paidIn() - crowd.paidOut(), "money in is money out and money held");
        vm.assertEq(address(trainer).balance, crowd.held(), "money held is money claimable");
        vm.assertTrue(crowd.recordsAreEqual(), "each record is as the rules say");
        vm.assertTrue(crowd.countsAreEqual(), "each count is as the rules say");
        vm.assertEq(classifier.updates(), crowd.added(), "each sample was learnt once");
        vm.assertEq(handler.owner(), address(trainer), "the handler keeps its trainer");
        vm.assertEq(mechanism.owner(), address(trainer), "the mechanism keeps its trainer");
        vm.assertEq(classifier.owner(), address(trainer), "the classifier keeps its trainer");
    }

    function gather(bool stakeable) internal {
        Wallet wallet = new Wallet();
        vm.deal(address(wallet), 1e6 ether);
        crowd = new Crowd(trainer, _people(address(wallet)), stakeable);
        wallet.behave(Wallet.Habit.CallBack, address(trainer), abi.encodeCall(trainer.addData, (values(99), 1)));
        bytes4[] memory acts = new bytes4[](8);
        (acts[0], acts[1], acts[2], acts[3]) =
        (crowd.add.selector, crowd.refund.selector, crowd.report.selector, crowd.wait.selector);
        (acts[4], acts[5], acts[6], acts[7]) =
        (crowd.add.selector, crowd.refund.selector, crowd.changeMind.selector, crowd.meddle.selector);
        target(address(crowd), acts);
    }

    function _people(address wallet) private view returns (address[] memory people) {
        people = new address[](5);
        (people[0], people[1], people[2], people[3], people[4]) = (ALICE, BOB, CAROL, OWNER, wallet);
    }
}

/// @title The books of a model with deposits balance whatever a crowd does.
contract StakeableBooksTest is BooksTest {
    function setUp() external {
        deployStakeable();
        gather(true);
    }
}

/// @title The books of a model with points balance whatever a crowd does.
contract PointsBooksTest is BooksTest {
    function setUp() external {
        deployPoints(REFUND_WAIT);
        gather(false);
    }
}
