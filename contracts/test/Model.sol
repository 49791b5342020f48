// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Check} from "./Check.sol";
import {SettableClassifier} from "./SettableClassifier.sol";
import {CollaborativeTrainer64} from "../src/CollaborativeTrainer64.sol";
import {DataHandler64} from "../src/DataHandler64.sol";
import {Points64} from "../src/Points64.sol";
import {Stakeable64} from "../src/Stakeable64.sol";
import {IIncentiveMechanism64} from "../src/interfaces/IIncentiveMechanism64.sol";
import {IPart} from "../src/interfaces/IPart.sol";

/// @title A deployed model with a classifier that predicts what the test says, and a few people with money.
abstract contract Model is Check {
    uint256 internal constant START = 1_700_000_000;
    uint32 internal constant REFUND_WAIT = 1 days;
    uint32 internal constant OWNER_WAIT = 9 days;
    uint32 internal constant ANY_WAIT = 10 days;
    uint80 internal constant COST_WEIGHT = 1e15;
    /// @dev The price right after another sample.
    uint256 internal constant DEAREST = uint256(COST_WEIGHT) * 3600;

    address internal immutable ALICE = _person("alice");
    address internal immutable BOB = _person("bob");
    address internal immutable CAROL = _person("carol");
    address internal immutable OWNER = _person("model owner");

    DataHandler64 internal handler;
    SettableClassifier internal classifier;
    IIncentiveMechanism64 internal mechanism;
    CollaborativeTrainer64 internal trainer;

    function deployStakeable() internal {
        vm.warp(START);
        deployWith(new Stakeable64(REFUND_WAIT, OWNER_WAIT, ANY_WAIT, COST_WEIGHT, OWNER));
    }

    function deployPoints(uint32 refundWait) internal {
        vm.warp(START);
        deployWith(new Points64(refundWait, OWNER_WAIT, ANY_WAIT, OWNER));
    }

    function deployWith(IIncentiveMechanism64 mechanism_) internal {
        handler = new DataHandler64();
        classifier = new SettableClassifier();
        mechanism = mechanism_;
        trainer = newTrainer();
        handOver();
    }

    function newTrainer() internal returns (CollaborativeTrainer64) {
        return new CollaborativeTrainer64(
            "Spam", "Tells spam from ham", "none", address(handler), address(mechanism), address(classifier)
        );
    }

    function handOver() internal {
        IPart[3] memory parts = [IPart(handler), mechanism, classifier];
        for (uint256 i = 0; i < parts.length; i++) {
            parts[i].transferOwnership(address(trainer));
        }
    }

    /// @dev Adds a sample for someone, who sends exactly its price.
    function add(address author, int64[] memory data, uint64 label) internal returns (uint256 deposit) {
        deposit = mechanism.getNextAddDataCost();
        vm.prank(author);
        trainer.addData{value: deposit}(data, label);
    }

    function refund(address author, int64[] memory data, uint64 label, uint256 addedTime) internal {
        vm.prank(author);
        trainer.refund(data, label, addedTime);
    }

    function report(address reporter, int64[] memory data, uint64 label, uint256 addedTime, address author) internal {
        vm.prank(reporter);
        trainer.report(data, label, addedTime, author);
    }

    /// @dev Makes someone a contributor with one sample found good. Takes `REFUND_WAIT`.
    function makeGood(address author) internal {
        uint256 addedTime = vm.getBlockTimestamp();
        uint64 before = classifier.prediction();
        add(author, values(777), 1);
        vm.warp(addedTime + REFUND_WAIT);
        classifier.setPrediction(1);
        refund(author, values(777), 1, addedTime);
        classifier.setPrediction(before);
    }

    function values(int64 first) internal pure returns (int64[] memory data) {
        data = new int64[](3);
        data[0] = first;
        data[1] = -5;
        data[2] = 1e9;
    }

    function keyOf(int64[] memory data, uint64 label, uint256 addedTime, address author)
        internal
        pure
        returns (bytes32)
    {
        return keccak256(abi.encodePacked(data, label, addedTime, author));
    }

    function _person(string memory name) private returns (address person) {
        person = address(uint160(uint256(keccak256(bytes(name)))));
        vm.label(person, name);
        vm.deal(person, 1e6 ether);
    }
}
