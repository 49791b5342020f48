// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Model} from "./Model.sol";
import {SettableClassifier} from "./SettableClassifier.sol";
import {CollaborativeTrainer64} from "../src/CollaborativeTrainer64.sol";
import {DataHandler64} from "../src/DataHandler64.sol";
import {Points64} from "../src/Points64.sol";
import {Stakeable64} from "../src/Stakeable64.sol";
import {IClassifier64} from "../src/interfaces/IClassifier64.sol";
import {ICollaborativeTrainer64} from "../src/interfaces/ICollaborativeTrainer64.sol";
import {IDataHandler64} from "../src/interfaces/IDataHandler64.sol";
import {IERC173} from "../src/interfaces/IERC173.sol";
import {IIncentiveMechanism64} from "../src/interfaces/IIncentiveMechanism64.sol";
import {IPart} from "../src/interfaces/IPart.sol";

/// @dev Takes parts over as a trainer does, and then records what never was.
contract FalseTrainer {
    address public dataHandler;
    address public incentiveMechanism;
    address public classifier;

    function name_(address handler, address mechanism, address model) external {
        dataHandler = handler;
        incentiveMechanism = mechanism;
        classifier = model;
    }

    function forgeDeposit(bytes32 key, address author, uint256 deposit) external {
        IDataHandler64(dataHandler).handleAddData(key, 1, author, deposit);
    }

    function forgeSample() external {
        IIncentiveMechanism64(incentiveMechanism).handleAddData(type(uint128).max);
    }

    function passOn(IPart part, address to) external {
        part.transferOwnership(to);
    }
}

/// @dev A mechanism that says that it was used before.
contract UsedMechanism is Points64 {
    constructor(address owner_) Points64(1, 2, 3, owner_) {
        _countSubmitted();
    }
}

/// @title A part gets one trainer, and the trainer gets parts in which nothing was recorded.
contract HandOverTest is Model {
    FalseTrainer private falseTrainer;

    function setUp() external {
        vm.warp(START);
        handler = new DataHandler64();
        classifier = new SettableClassifier();
        mechanism = new Stakeable64(REFUND_WAIT, OWNER_WAIT, ANY_WAIT, COST_WEIGHT, OWNER);
        falseTrainer = new FalseTrainer();
        falseTrainer.name_(address(handler), address(mechanism), address(classifier));
    }

    function test_partsBelongToTheDeployerAndThenToTheTrainer() external {
        trainer = newTrainer();
        IPart[3] memory parts = [IPart(handler), mechanism, classifier];
        for (uint256 i = 0; i < parts.length; i++) {
            vm.assertEq(parts[i].owner(), address(this));
            vm.assertFalse(parts[i].handedOver());
            vm.expectEmit(address(parts[i]));
            emit IERC173.OwnershipTransferred(address(this), address(trainer));
            parts[i].transferOwnership(address(trainer));
            vm.assertEq(parts[i].owner(), address(trainer));
            vm.assertTrue(parts[i].handedOver());
        }
        vm.assertEq(mechanism.modelOwner(), OWNER);
        add(ALICE, values(1), 1);
    }

    function test_deployerRecordsNothingBeforeTheHandOver() external {
        IIncentiveMechanism64.Claim memory claim;
        bytes memory refusal = abi.encodeWithSelector(IPart.NotTrainer.selector, address(this), address(0));
        vm.expectRevert(refusal);
        handler.handleAddData(bytes32(uint256(1)), 1, address(this), 100 ether);
        vm.expectRevert(refusal);
        handler.handleRefund(bytes32(uint256(1)));
        vm.expectRevert(refusal);
        handler.handleReport(bytes32(uint256(1)), ALICE, BOB, 1);
        vm.expectRevert(refusal);
        mechanism.handleAddData(100 ether);
        vm.expectRevert(refusal);
        mechanism.handleRefund(address(this), claim);
        vm.expectRevert(refusal);
        mechanism.handleReport(address(this), ALICE, claim);
    }

    function test_onlyTheTrainerRecordsAfterTheHandOver() external {
        trainer = newTrainer();
        handOver();
        IIncentiveMechanism64.Claim memory claim;
        address[4] memory callers = [address(this), OWNER, ALICE, address(classifier)];
        for (uint256 i = 0; i < callers.length; i++) {
            bytes memory refusal = abi.encodeWithSelector(IPart.NotTrainer.selector, callers[i], address(trainer));
            vm.startPrank(callers[i]);
            vm.expectRevert(refusal);
            handler.handleAddData(bytes32(uint256(1)), 1, callers[i], 100 ether);
            vm.expectRevert(refusal);
            handler.handleRefund(bytes32(uint256(1)));
            vm.expectRevert(refusal);
            handler.handleReport(bytes32(uint256(1)), ALICE, BOB, 1);
            vm.expectRevert(refusal);
            mechanism.handleAddData(100 ether);
            vm.expectRevert(refusal);
            mechanism.handleRefund(callers[i], claim);
            vm.expectRevert(refusal);
            mechanism.handleReport(callers[i], ALICE, claim);
            vm.expectRevert(abi.encodeWithSelector(IPart.NotOwner.selector, callers[i], address(trainer)));
            classifier.update(values(1), 1);
            vm.stopPrank();
        }
    }

    function test_strangersCannotHandPartsOver() external {
        trainer = newTrainer();
        vm.expectRevert(abi.encodeWithSelector(IPart.NotOwner.selector, ALICE, address(this)));
        vm.prank(ALICE);
        handler.transferOwnership(address(trainer));
    }

    function test_partsAreHandedOverOnce() external {
        trainer = newTrainer();
        CollaborativeTrainer64 second = newTrainer();
        handOver();
        vm.expectRevert(abi.encodeWithSelector(IPart.NotOwner.selector, address(this), address(trainer)));
        handler.transferOwnership(address(second));
        vm.expectRevert(abi.encodeWithSelector(IPart.AlreadyHandedOver.selector, address(trainer)));
        vm.prank(address(trainer));
        handler.transferOwnership(address(second));
    }

    function test_partsAreNotHandedToWallets() external {
        vm.expectRevert(abi.encodeWithSelector(IPart.NotAContract.selector, ALICE));
        handler.transferOwnership(ALICE);
        address later = vm.computeCreateAddress(address(this), vm.getNonce(address(this)));
        vm.expectRevert(abi.encodeWithSelector(IPart.NotAContract.selector, later));
        mechanism.transferOwnership(later);
    }

    function test_partsAreNotHandedToATrainerOfOtherParts() external {
        trainer = newTrainer();
        DataHandler64 other = new DataHandler64();
        vm.expectRevert(abi.encodeWithSelector(IPart.NotItsTrainer.selector, address(trainer), address(handler)));
        other.transferOwnership(address(trainer));
        Points64 otherMechanism = new Points64(1, 2, 3, OWNER);
        vm.expectRevert(abi.encodeWithSelector(IPart.NotItsTrainer.selector, address(trainer), address(mechanism)));
        otherMechanism.transferOwnership(address(trainer));
    }

    function test_whatAFalseTrainerRecordedNeverReachesARealOne() external {
        handler.transferOwnership(address(falseTrainer));
        falseTrainer.forgeDeposit(keyOf(values(1), 1, START, ALICE), ALICE, 100 ether);
        trainerIsRefused(address(handler), address(falseTrainer));
        vm.expectRevert(abi.encodeWithSelector(IPart.AlreadyHandedOver.selector, address(falseTrainer)));
        falseTrainer.passOn(handler, address(falseTrainer));
    }

    function test_aRealTrainerBuiltFirstStaysWithoutItsPart() external {
        trainer = newTrainer();
        handler.transferOwnership(address(falseTrainer));
        falseTrainer.forgeDeposit(keyOf(values(1), 1, START, ALICE), ALICE, 100 ether);
        vm.expectRevert(abi.encodeWithSelector(IPart.AlreadyHandedOver.selector, address(falseTrainer)));
        falseTrainer.passOn(handler, address(trainer));
        mechanism.transferOwnership(address(trainer));
        classifier.transferOwnership(address(trainer));
        vm.expectRevert(abi.encodeWithSelector(IPart.NotTrainer.selector, address(trainer), address(falseTrainer)));
        vm.prank(ALICE);
        trainer.addData{value: DEAREST}(values(1), 1);
        vm.assertEq(address(trainer).balance, 0);
    }

    /// @dev A contract that destroys itself and is deployed anew leaves its address, and so its parts, to the next.
    function test_aTrainerBuiltWhereAFalseOneStoodIsRefused() external {
        address place = vm.computeCreateAddress(address(this), vm.getNonce(address(this)));
        vm.etch(place, address(falseTrainer).code);
        FalseTrainer(place).name_(address(handler), address(mechanism), address(classifier));
        mechanism.transferOwnership(place);
        vm.warp(START + 1);
        FalseTrainer(place).forgeSample();
        vm.etch(place, "");
        trainerIsRefused(address(mechanism), place);
    }

    function test_usedPartsAreRefused() external {
        mechanism = new UsedMechanism(OWNER);
        refusesTrainer(
            address(handler),
            address(mechanism),
            address(classifier),
            abi.encodeWithSelector(ICollaborativeTrainer64.PartNotEmpty.selector, address(mechanism), 1)
        );
    }

    function test_partsInTheWrongPlaceAreRefused() external {
        (address book, address rules, address model) = (address(handler), address(mechanism), address(classifier));
        bytes4 bookId = type(IDataHandler64).interfaceId;
        refusesParts(rules, book, model, rules, bookId);
        refusesParts(book, model, rules, model, type(IIncentiveMechanism64).interfaceId);
        refusesParts(book, rules, book, book, type(IClassifier64).interfaceId);
        refusesParts(ALICE, rules, model, ALICE, bookId);
        refusesParts(address(falseTrainer), rules, model, address(falseTrainer), bookId);
    }

    function test_aModelThatIsOnlyPartlyHandedOverTakesNothing() external {
        trainer = newTrainer();
        IPart[3] memory parts = [IPart(mechanism), handler, classifier];
        for (uint256 i = 0; i < parts.length; i++) {
            vm.prank(ALICE);
            vm.expectRevert();
            trainer.addData{value: DEAREST}(values(1), 1);
            vm.assertEq(address(trainer).balance, 0);
            parts[i].transferOwnership(address(trainer));
        }
        add(ALICE, values(1), 1);
    }

    function trainerIsRefused(address part, address owner) private {
        bytes memory reason =
            abi.encodeWithSelector(ICollaborativeTrainer64.PartAlreadyHandedOver.selector, part, owner);
        refusesTrainer(address(handler), address(mechanism), address(classifier), reason);
    }

    function refusesParts(address first, address second, address third, address wrong, bytes4 needed) private {
        bytes memory reason = abi.encodeWithSelector(ICollaborativeTrainer64.WrongPart.selector, wrong, needed);
        refusesTrainer(first, second, third, reason);
    }

    function refusesTrainer(address first, address second, address third, bytes memory reason) private {
        bytes memory arguments = abi.encode("", "", "", first, second, third);
        refusesCreation("CollaborativeTrainer64.sol:CollaborativeTrainer64", arguments, reason);
    }
}
